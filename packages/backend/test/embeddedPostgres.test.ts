/** The built-in PostgreSQL where it is least at home: closed folders, killed starts, other people's data. */
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../src/db/connect.ts';
import { startEmbeddedPostgres } from '../src/db/embedded/index.ts';
import { giveCluster } from './support/cluster.ts';
import { processesOf } from './support/program.ts';

let home = '';
let dataDir = '';

/** A folder with a space in its name that only its owner may enter. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hs closed '));
  await chmod(home, 0o700);
  dataDir = join(home, 'data');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const query = async (url: string, text: string) => {
  const client = connect(url, 1);
  try {
    return await client.unsafe(text);
  } finally {
    await client.end();
  }
};

it('keeps what was written inside the data directory, below a closed folder too', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.url, 'create table kept as select 25 as lane');
  await first.stop();
  expect(await readdir(dataDir)).toEqual(['postgres']);
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await query(second.url, 'select lane from kept')).toEqual([{ lane: 25 }]);
  expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await second.stop();
});

it('takes a folder back whose handing over to its account was cut off', async () => {
  await giveCluster(dataDir);
  const folder = join(dataDir, 'postgres');
  const isRoot = process.getuid?.() === 0;
  for (const path of isRoot ? [folder, join(folder, 'global/pg_control')] : [])
    await chown(path, 0, 0);
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

it('removes its socket when it stops, wherever temporary files lie', async () => {
  await giveCluster(dataDir);
  vi.stubEnv('TMPDIR', home);
  const postgres = await startEmbeddedPostgres({ dataDir });
  const socket = new URL(postgres.url).searchParams.get('host') ?? '';
  expect(dirname(socket)).toBe(home);
  await postgres.stop();
  expect(await readdir(home)).toEqual(['data']);
});

it('takes a shorter way when the temporary folder is too deep for a socket', async () => {
  await giveCluster(dataDir);
  const deep = join(home, 'x'.repeat(90));
  await mkdir(deep);
  vi.stubEnv('TMPDIR', deep);
  const postgres = await startEmbeddedPostgres({ dataDir });
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

it('leaves no process and no file when it is stopped while its database is made', async () => {
  for (const ms of [0, 50, 150, 300]) {
    const stop = new AbortController();
    const started = startEmbeddedPostgres(
      { dataDir, meanwhile: () => void setTimeout(() => stop.abort(), ms) },
      stop.signal,
    );
    await expect(started).rejects.toThrow();
    expect(await processesOf(dataDir)).toEqual([]);
    expect(await readdir(dataDir)).toEqual([]);
  }
});

it('goes on after a first start that was killed half-way', async () => {
  await mkdir(join(dataDir, 'postgres.new-killed'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.new-killed/PG_VERSION'), '18\n');
  const postgres = await startEmbeddedPostgres({ dataDir });
  await postgres.stop();
  expect(await readdir(dataDir)).toEqual(['postgres']);
});

it('says in one sentence that the data is of another version', async () => {
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '15\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    /^\S.* was written by PostgreSQL 15, this is 18\. [^\n]*$/,
  );
});
