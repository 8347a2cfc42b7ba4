/** The invented meet that comes with the page. */
import { errors } from '../words/common.ts';
import { ClientError, request } from './http.ts';
import { isText, listOf, objectOf, schemaOf } from './shape.ts';

type Listed = { swimmer: string; files: string[] };
const Sample = schemaOf(objectOf<Listed>({ swimmer: isText, files: listOf(isText) }));

const missing = (): ClientError => new ClientError('SAMPLE_MISSING', errors.sample);

const fetchPdf = async (name: string): Promise<File> => {
  const response = await fetch(`/sample/${encodeURIComponent(name)}`);
  if (!response.ok) throw missing();
  return new File([await response.blob()], name, { type: 'application/pdf' });
};

/** Its sheets and one of its swimmers. Throws `ClientError`. */
export const loadSample = async (): Promise<{ swimmer: string; files: File[] }> => {
  try {
    const { swimmer, files } = await request(Sample, '/sample/sample.json');
    return { swimmer, files: await Promise.all(files.map(fetchPdf)) };
  } catch {
    throw missing();
  }
};
