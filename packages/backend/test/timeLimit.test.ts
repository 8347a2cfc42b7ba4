import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { timeSpent } from '../src/services/sheetReader/timeLimit.ts';

const SECONDS = 1;

const startThread = (source: string) => new Worker(source, { eval: true });

/** What becomes of a thread under the limit, and the seconds it had worked until then. */
const endOf = async (thread: Worker, done: Promise<unknown>) => {
  const settled = new AbortController();
  const spent = timeSpent(thread, SECONDS, settled.signal).then(
    () => 'spent',
    () => 'let go',
  );
  const end = await Promise.race([done.then(() => 'done'), spent]);
  settled.abort();
  const { user, system } = await thread.cpuUsage();
  await thread.terminate();
  return { end, worked: (user + system) / 1e6 };
};

const message = (thread: Worker) => new Promise((resolve) => thread.once('message', resolve));

const POST = `require('node:worker_threads').parentPort.postMessage('');`;
const STAY = `require('node:worker_threads').parentPort.on('message', () => { ${POST} });`;
const pause = (ms: number) =>
  `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms});`;

describe('the time a thread may take', () => {
  it('is its own work', async () => {
    const thread = startThread('for (;;);');
    const { end, worked } = await endOf(thread, message(thread));
    expect(end).toBe('spent');
    expect(worked).toBeLessThan(3 * SECONDS);
  });

  it('is not what others take from it: twice as long by the clock, a fifth of it at work', async () => {
    const turn = `const to = performance.now() + 2; while (performance.now() < to); ${pause(8)}`;
    const turns = `const end = performance.now() + ${SECONDS * 2000}; while (performance.now() < end) { ${turn} }`;
    const thread = startThread(turns + STAY + POST);
    expect(await endOf(thread, message(thread))).toMatchObject({ end: 'done' });
  });

  it('ends for one that waits for what never comes', async () => {
    const thread = startThread(pause(8000) + STAY);
    const { end, worked } = await endOf(thread, message(thread));
    expect(end).toBe('spent');
    expect(worked).toBeLessThan(SECONDS);
  });

  it('does not count what the thread did before', async () => {
    const before = `while (process.threadCpuUsage().user < ${SECONDS * 1e6});`;
    const thread = startThread(before + STAY + POST);
    await message(thread);
    setTimeout(() => thread.postMessage(''), SECONDS * 2000);
    expect(await endOf(thread, message(thread))).toMatchObject({ end: 'done' });
  });
});
