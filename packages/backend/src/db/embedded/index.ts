/** A real PostgreSQL, started by the program itself under `DATA_DIR`, for whoever has none. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseAccount, type Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import { clusterFolder, DATABASE_USER, prepareCluster, REACHABLE_BASE } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';

export { EmbeddedPostgresError } from './errors.ts';

/** `url` reaches the database over its Unix socket with `connect` of db/client. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

const START_MS = 60_000;
const STOP_MS = 8_000;

const socketFolder = async (account: Account): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-'));
  await chmod(folder, 0o700);
  await account.own(folder);
  return folder;
};

const spawnServer = (
  account: Account,
  bin: string,
  folder: string,
  socket: string,
): ChildProcess => {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'max_connections=200',
  ];
  const [command, args] = account.wrap(join(bin, 'postgres'), [
    '-D',
    folder,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  // A process group of its own, else Ctrl-C would reach the database before the program has drained.
  return spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
};

const startFailure = (folder: string, output: string): EmbeddedPostgresError => {
  if (/lock file "postmaster.pid" already exists/.test(output))
    return new EmbeddedPostgresError(
      `The data directory is in use by another HeatSync: ${folder}. Stop that one or choose another DATA_DIR.`,
    );
  const reason = /FATAL:\s+(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new EmbeddedPostgresError(`The database did not start: ${reason ?? 'it said nothing'}`);
};

/** Waits for the server's own word that it takes connections. */
const untilReady = (server: ChildProcess, folder: string): Promise<void> =>
  new Promise((done, fail) => {
    let output = '';
    const timer = setTimeout(() => server.kill('SIGQUIT'), START_MS);
    server.stderr?.on('data', (chunk: Buffer) => {
      if (timer.hasRef()) output += chunk.toString();
      if (!output.includes('ready to accept connections')) return;
      clearTimeout(timer);
      timer.unref();
      output = '';
      done();
    });
    server.once('error', (error) => fail(new EmbeddedPostgresError(error.message)));
    server.once('exit', () => {
      clearTimeout(timer);
      fail(startFailure(folder, output));
    });
  });

/** A fast shutdown: open transactions are rolled back, everything committed stays. */
const stopServer = (server: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    const timer = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
    server.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    server.kill('SIGINT');
  });

/**
 * Starts PostgreSQL on `dataDir/postgres`, which is created at first use. Rejects with `EmbeddedPostgresError` (one plain line)
 * if the directory cannot be written, is in use, or belongs to another version.
 */
export const startEmbeddedPostgres = async (options: {
  dataDir: string;
}): Promise<EmbeddedPostgres> => {
  const account = await databaseAccount();
  const folder = await clusterFolder(account, resolve(options.dataDir));
  const bin = await findBinaries(account, REACHABLE_BASE);
  await prepareCluster(account, bin, folder);
  const socket = await socketFolder(account);
  const server = spawnServer(account, bin, folder, socket);
  const removeSocket = () => rm(socket, { recursive: true, force: true });
  await untilReady(server, folder).catch(async (error: unknown) => {
    await removeSocket();
    throw error;
  });
  return {
    url: `postgres://${DATABASE_USER}@localhost/postgres?host=${encodeURIComponent(socket)}`,
    stop: async () => {
      await stopServer(server);
      await removeSocket();
    },
  };
};
