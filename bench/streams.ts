/** 2,000 listeners of one batch, and browsers that ask for its state, beside a server that does nothing else. */
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile, type Figure } from './measure.ts';
import { startProcess, type Process } from './processes.ts';
import { withProgram } from './program.ts';

const LISTENERS = 2000;
const AT_ONCE = 100;
const ROUNDS = 3;
const ASKERS = 10;
const ASK_MS = 3000;
const SETTLE_MS = 1000;

type Watched = { program: Process; /** A batch nobody works on. */ newBatch(): Promise<string> };
type Listening = { sockets: Socket[]; told: Promise<number[]> };

/** Resolves when the stream has begun; `onEvent` is called at the event that is waited for. */
const listenOnce = (url: URL, onEvent: () => void): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(Number(url.port), url.hostname, () =>
      socket.write(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`),
    );
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      if (said.includes('event: snapshot')) resolve(socket);
      if (!said.includes('event: batch_cancelled')) return;
      said = '';
      onEvent();
    });
    socket.on('error', reject);
  });

/** `told` has the moment at which each listener was told. */
const listenAll = async (url: URL): Promise<Listening> => {
  const { promise: told, resolve } = Promise.withResolvers<number[]>();
  const moments: number[] = [];
  const onEvent = () => {
    moments.push(performance.now());
    if (moments.length === LISTENERS) resolve(moments);
  };
  const sockets: Socket[] = [];
  while (sockets.length < LISTENERS)
    sockets.push(
      ...(await Promise.all(Array.from({ length: AT_ONCE }, () => listenOnce(url, onEvent)))),
    );
  return { sockets, told };
};

type Round = { p99: number; kilobytes: number };

/** One event for all listeners: until 99 of 100 have it, in milliseconds; and what a listener weighs. */
const broadcast = async ({ program, newBatch }: Watched): Promise<Round> => {
  const batch = await newBatch();
  const before = await program.memory();
  const { sockets, told } = await listenAll(new URL(`${program.url}/api/batch/${batch}/stream`));
  await sleep(SETTLE_MS);
  const kilobytes = ((await program.memory()) - before) / LISTENERS;
  const start = performance.now();
  await fetch(`${program.url}/api/batch/${batch}/cancel`, { method: 'POST' });
  const moments = await told;
  for (const socket of sockets) socket.destroy();
  await sleep(SETTLE_MS);
  return { p99: percentile(moments, 99) - start, kilobytes };
};

/** Questions answered in a second. */
const askRate = async ({ program, newBatch }: Watched): Promise<number> => {
  const url = `${program.url}/api/batch/${await newBatch()}`;
  const end = performance.now() + ASK_MS;
  let answers = 0;
  const ask = async () => {
    for (; performance.now() < end; answers++) await (await fetch(url)).arrayBuffer();
  };
  await Promise.all(Array.from({ length: ASKERS }, ask));
  return (answers * 1000) / ASK_MS;
};

type Measured = Round & { rate: number };

const measure = async (watched: Watched): Promise<Measured> => {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await broadcast(watched));
  return {
    p99: median(rounds.map((round) => round.p99)),
    // Later rounds use again what the first has taken.
    kilobytes: rounds[0]?.kilobytes ?? Number.NaN,
    rate: await askRate(watched),
  };
};

const submit = async (url: string): Promise<string> => {
  const form = new FormData();
  form.append('swimmer', 'Ada Fairwater');
  form.append('urls', 'https://sheets.example/one.pdf');
  const answer = await fetch(`${url}/api/batch/extract`, { method: 'POST', body: form });
  return ((await answer.json()) as { batchId: string }).batchId;
};

const measureBoth = (): Promise<{ work: Measured; baseline: Measured }> =>
  withProgram(
    async (url, program) => {
      const bare = await startProcess(join(import.meta.dirname, 'bareServer.ts'));
      try {
        return {
          work: await measure({ program, newBatch: () => submit(url) }),
          baseline: await measure({ program: bare, newBatch: async () => 'one' }),
        };
      } finally {
        await bare.end();
      }
    },
    { ROLE: 'api' },
  );

export const benchStreams = async (): Promise<Figure[]> => {
  const { work, baseline } = await measureBoth();
  const beside = 'a bare loop over open responses';
  return [
    {
      name: `one event to ${LISTENERS} listeners, until 99 % have it`,
      baseline: beside,
      ratio: work.p99 / baseline.p99,
      detail: `${work.p99.toFixed(0)} to ${baseline.p99.toFixed(0)} ms`,
    },
    {
      name: 'memory of a listener',
      baseline: beside,
      ratio: work.kilobytes / baseline.kilobytes,
      detail: `${work.kilobytes.toFixed(1)} to ${baseline.kilobytes.toFixed(1)} kB`,
    },
    {
      name: 'answers a second to who asks for the state',
      baseline: 'a bare server with a fixed answer',
      ratio: work.rate / baseline.rate,
      detail: `${work.rate.toFixed(0)} to ${baseline.rate.toFixed(0)}`,
    },
  ];
};
