/**
 * The AI model is asked at most as often at a time as is allowed: 8 batches of 5 scans over 3 worker processes, each killed once in the
 * middle. The stand-in holds its answers until as many are open as may be.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawHeatSheet, makeMeet, scanOf } from '@heatsync/sheetgen';
import { migrateDatabase } from '../packages/backend/src/db/client.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { follow } from '../packages/backend/test/support/follower.ts';
import { NO_FACTS } from '../packages/backend/test/support/openai/brains.ts';
import { startOpenAi, type OpenAiStandIn } from '../packages/backend/test/support/openai/server.ts';
import { startProgram } from '../packages/backend/test/support/processes.ts';

const BATCHES = 8;
const SCANS = 5;
const WORKERS = 3;
const MOST = 10;

const untilFull = async ({ state }: OpenAiStandIn): Promise<void> => {
  while (state.open < MOST) await sleep(50);
};

const submit = async (url: string, pdf: Uint8Array, batch: number): Promise<string> => {
  const form = new FormData();
  form.append('swimmer', 'Moorhen, Ada');
  for (let scan = 0; scan < SCANS; scan++) {
    const bytes = new Uint8Array([...pdf, ...Buffer.from(`\n%${batch}.${scan}\n`)]);
    form.append('pdfs', new Blob([bytes]), `${scan}.pdf`);
  }
  const answer = await fetch(`${url}/api/batch/extract`, { method: 'POST', body: form });
  return ((await answer.json()) as { batchId: string }).batchId;
};

export const soakAi = async (): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-soak-ai-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrateDatabase(postgres.url);
  const gate = Promise.withResolvers<void>();
  const model = await startOpenAi(() => gate.promise.then(() => NO_FACTS));
  const start = (role: string) =>
    startProgram({
      ...{ ROLE: role, DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url },
      ...{ DATA_DIR: folder, WORKER_THREADS: '1', LOG_LEVEL: 'fatal' },
      ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, AI_TIMEOUT_SECONDS: '600' },
      MAX_CONCURRENT_AI_CALLS: String(MOST),
    });
  const api = await start('api');
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => start('worker')));
  const drawn = await drawHeatSheet(makeMeet({ seed: 5, swimmers: 40 }), 0);
  const { pdf } = await scanOf(drawn, [1]);
  const batches: string[] = [];
  for (let batch = 0; batch < BATCHES; batch++) batches.push(await submit(api.url, pdf, batch));
  for (const [index, worker] of workers.entries()) {
    await untilFull(model);
    await worker.end('SIGKILL');
    workers[index] = await start('worker');
  }
  await untilFull(model);
  gate.resolve();
  await Promise.all(batches.map((id) => follow([api.url], id, { from: 0 })));
  const { most } = model.state;
  console.log(
    `ai: ${BATCHES * SCANS} scans, ${WORKERS} workers killed, ${most} requests open at most`,
  );
  await Promise.all([api, ...workers].map((program) => program.end('SIGTERM')));
  await model.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  return most === MOST ? [] : [`${most} requests were open at once, ${MOST} were allowed`];
};
