/** The program itself, started for a bench on data of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, type Process } from './processes.ts';

const START = join(import.meta.dirname, '../scripts/start.ts');
const QUIET = { PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '0' };

/** Runs `work` against a program of its own, which ends afterwards. */
export const withProgram = async <T>(
  work: (url: string, program: Process) => Promise<T>,
  env: NodeJS.ProcessEnv = {},
): Promise<T> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const program = await startProcess(START, { ...QUIET, DATA_DIR: dataDir, ...env });
  try {
    return await work(program.url, program);
  } finally {
    await program.end();
    await rm(dataDir, { recursive: true, force: true });
  }
};

/** Sends sheets; resolves to the new batch's id and the address of its event stream. */
export const submit = async (
  url: string,
  swimmer: string,
  pdfs: Uint8Array[],
): Promise<{ batchId: string; streamUrl: string }> => {
  const form = new FormData();
  form.append('swimmer', swimmer);
  for (const [i, pdf] of pdfs.entries())
    form.append('pdfs', new Blob([pdf as Uint8Array<ArrayBuffer>]), `sheet-${i}.pdf`);
  const answer = await fetch(`${url}/api/batch/extract`, { method: 'POST', body: form });
  return (await answer.json()) as { batchId: string; streamUrl: string };
};

export const untilCompleted = async (stream: string): Promise<void> => {
  const { body } = await fetch(stream);
  const decoder = new TextDecoder();
  let said = '';
  for await (const chunk of body ?? []) {
    said += decoder.decode(chunk as Uint8Array, { stream: true });
    if (said.includes('event: batch_completed')) return;
  }
};
