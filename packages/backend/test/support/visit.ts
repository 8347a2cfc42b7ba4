/** `node visit.ts URL`: opens the page, sends it its own sample meet as the page does, and prints the results. */
import { ResultsResponse } from '@heatsync/shared';
import { follow } from './follower.ts';

const [, , url = ''] = process.argv;

const get = async (path: string): Promise<Response> => {
  const answer = await fetch(url + path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer;
};

const sendSample = async (): Promise<string> => {
  const sample = (await (await get('/sample/sample.json')).json()) as {
    swimmer: string;
    files: string[];
  };
  const form = new FormData();
  form.append('swimmer', sample.swimmer);
  for (const name of sample.files)
    form.append('pdfs', await (await get(`/sample/${name}`)).blob(), name);
  const answer = await fetch(`${url}/api/batch/extract`, { method: 'POST', body: form });
  return ((await answer.json()) as { batchId: string }).batchId;
};

if (!(await (await get('/')).text()).includes('<main')) throw new Error('there is no page');
const batchId = await sendSample();
await follow([url], batchId);
const results = ResultsResponse.parse(await (await get(`/api/batch/${batchId}/results`)).json());
console.log(JSON.stringify({ status: results.status, races: results.totalEvents }));
