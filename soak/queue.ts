/**
 * The queue's promises under load: 300 batches from many browsers, a random worker killed every second for a minute, and the database
 * gone for ten seconds in between. Half of the workers take batches in, too, so that they are killed while one is handed in.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBatchResponse } from '@heatsync/shared';
import { loadConfig } from '../packages/backend/src/config.ts';
import { migrateDatabase } from '../packages/backend/src/db/client.ts';
import { connect } from '../packages/backend/src/db/connect.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { createDeps } from '../packages/backend/src/deps.ts';
import { createLog } from '../packages/backend/src/log.ts';
import { runUpkeep } from '../packages/backend/src/services/cleanup.ts';
import { follow, isGapless } from '../packages/backend/test/support/follower.ts';
import { brokenPromises } from '../packages/backend/test/support/invariants.ts';
import { startCutter } from '../packages/backend/test/support/net.ts';
import { startProgram, type Program } from '../packages/backend/test/support/processes.ts';
import { drawSheets } from '../packages/backend/test/support/sheets.ts';

const BATCHES = 300;
const MOST_SHEETS = 13;
const BROWSERS = 6;
const WORKERS = 4;
const KILLS = 60;
const OUTAGE_MS = 10_000;
const MOST_AT_WORK = 3;
const TWO_HOURS = 2 * 60 * 60 * 1000;

type Place = { url: string; folder: string; cutter: Awaited<ReturnType<typeof startCutter>> };
type Programs = { apis: Program[]; workers: Program[] };
type Tally = { failures: string[]; jobs: number };

const openPlace = async (postgresUrl: string, folder: string): Promise<Place> => {
  const { searchParams, username, pathname } = new URL(postgresUrl);
  const cutter = await startCutter(`${searchParams.get('host')}/.s.PGSQL.5432`);
  return { url: `postgres://${username}@127.0.0.1:${cutter.port}${pathname}`, folder, cutter };
};

const start = ({ url, folder }: Place, role: string): Promise<Program> =>
  startProgram({
    ROLE: role,
    DATABASE_URL: url,
    DATABASE_DIRECT_URL: url,
    DATA_DIR: folder,
    WORKER_THREADS: '1',
    LOG_LEVEL: 'fatal',
  });

/** Every other worker takes batches in, too. */
const roleOf = (index: number) => (index % 2 === 1 ? 'all' : 'worker');

const pick = <T>(items: readonly T[]): T => {
  const item = items[randomInt(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** A PDF nobody has read yet: a comment at its end makes it another file. */
const fresh = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...bytes, ...Buffer.from(`\n%${randomBytes(8).toString('hex')}\n`)]);

/** Tries again, also elsewhere, what was cut off or could not be taken: the key makes one batch of it. */
const submit = async (urls: () => string[], pdfs: Uint8Array<ArrayBuffer>[]): Promise<string> => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const form = new FormData();
  form.append('swimmer', 'Moorhen, Ada');
  for (const [index, pdf] of pdfs.entries()) form.append('pdfs', new Blob([pdf]), `${index}.pdf`);
  for (;;) {
    const request = { method: 'POST', body: form, headers };
    const answer = await fetch(`${pick(urls())}/api/batch/extract`, request)
      .then(async (response) => CreateBatchResponse.safeParse(await response.json()))
      .catch(() => null);
    if (answer?.success) return answer.data.batchId;
    await sleep(500); // the database is away, or the process was killed
  }
};

/** Hands batches in, one after the other, and watches each to its end. */
const browse = async (
  { apis, workers }: Programs,
  sheets: Uint8Array[],
  tally: Tally,
  waiting: number[],
): Promise<void> => {
  const takers = () =>
    [...apis, ...workers.filter((_, index) => roleOf(index) === 'all')].map(({ url }) => url);
  while (waiting.pop() !== undefined) {
    const pdfs = Array.from({ length: randomInt(1, MOST_SHEETS + 1) }, () => fresh(pick(sheets)));
    const urls = apis.map(({ url }) => url);
    const batchId = await submit(takers, pdfs);
    const events = await follow(urls, batchId, { from: 0 });
    tally.jobs += pdfs.length;
    if (!isGapless(events)) tally.failures.push(`${batchId}: its events have a gap`);
    if (events.filter(({ type }) => type === 'batch_completed').length !== 1)
      tally.failures.push(`${batchId}: did not end once`);
  }
};

const killWorkers = async (place: Place, workers: Program[]): Promise<void> => {
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(1000);
    const index = randomInt(workers.length);
    await workers[index]?.end('SIGKILL');
    workers[index] = await start(place, roleOf(index));
    if (kill !== KILLS / 2) continue;
    place.cutter.cut();
    await sleep(OUTAGE_MS);
    place.cutter.mend();
  }
};

/** Looks again and again whether a batch has more at work than it may. */
const watchLimit = async (url: string, tally: Tally, stop: AbortSignal): Promise<void> => {
  const sql = connect(url, 1);
  while (!stop.aborted) {
    const over = await sql`select batch_id from batch_jobs where status = 'processing'
      group by batch_id having count(*) > ${MOST_AT_WORK}`;
    for (const row of over) tally.failures.push(`${row['batch_id']}: too many sheets at work`);
    await sleep(50);
  }
  await sql.end();
};

const endAll = async (programs: Program[]): Promise<string[]> => {
  const codes = await Promise.all(programs.map((program) => program.end('SIGTERM')));
  return codes.filter((code) => code !== 0).map((code) => `a process ended with ${code}`);
};

/** After everything: the database's truth, and no file but those kept for a retry. */
const inspect = async (postgresUrl: string, folder: string): Promise<string[]> => {
  const config = loadConfig({ DATA_DIR: folder });
  const deps = await createDeps(config, createLog('fatal'), { url: postgresUrl, directUrl: null });
  const { db } = deps.context;
  const broken = await brokenPromises(db);
  await runUpkeep(deps.context, new Date(Date.now() + TWO_HOURS));
  const sql = connect(postgresUrl, 1);
  const [kept] = await sql<{ count: number }[]>`
    select count(*)::int from batch_jobs where temp_file_path is not null`;
  const [lost] = await sql<{ sum: number }[]>`select sum(lost_leases)::int from batch_jobs`;
  await sql.end();
  await deps.close();
  const files = await readdir(config.tempFileDir);
  console.log(`queue: ${lost?.sum} leases were lost with their workers`);
  return [
    ...broken,
    ...(files.length === kept?.count ? [] : [`${files.length} files for ${kept?.count} jobs`]),
  ];
};

export const soakQueue = async (): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-soak-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrateDatabase(postgres.url);
  const place = await openPlace(postgres.url, folder);
  const apis = await Promise.all([start(place, 'api'), start(place, 'api')]);
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, (_, index) => start(place, roleOf(index))),
  );
  const { first, psych, locked } = await drawSheets();
  const sheets = [first, first, psych, locked].map(({ bytes }) => bytes);
  const tally: Tally = { failures: [], jobs: 0 };
  const waiting = Array.from({ length: BATCHES }, (_, index) => index);
  const stop = new AbortController();
  const watching = watchLimit(postgres.url, tally, stop.signal);
  const browsers = Array.from({ length: BROWSERS }, () =>
    browse({ apis, workers }, sheets, tally, waiting),
  );
  await Promise.all([...browsers, killWorkers(place, workers)]);
  stop.abort();
  await watching;
  tally.failures.push(...(await endAll([...apis, ...workers])));
  tally.failures.push(...(await inspect(postgres.url, folder)));
  console.log(`queue: ${tally.jobs} sheets in ${BATCHES} batches, ${KILLS} workers killed`);
  await place.cutter.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  return tally.failures;
};
