/** A real PostgreSQL, started by the program itself under `DATA_DIR`, for whoever has none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseAccount, type Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createDataDir, DATABASE_USER, prepareCluster } from './cluster.ts';
import { launchServer, stopServer } from './server.ts';

export { EmbeddedPostgresError } from './errors.ts';

/** `url` reaches the database over its Unix socket with `connect` of db/client. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

/** A socket's path has at most 107 bytes; what is put behind this folder takes 26. */
const LONGEST_SOCKET_BASE = 80;

const socketBase = (): string =>
  Buffer.byteLength(tmpdir()) > LONGEST_SOCKET_BASE ? '/tmp' : tmpdir();

const createSocketFolder = async (account: Account): Promise<string> => {
  const folder = await mkdtemp(join(socketBase(), 'hs-'));
  await account.own(folder);
  return folder;
};

/**
 * Starts PostgreSQL on `dataDir/postgres`, which is created at first use. Rejects with `EmbeddedPostgresError` (one plain line)
 * if the directory cannot be written, is in use, or belongs to another version. `stop` takes at most 8 seconds or so.
 */
export const startEmbeddedPostgres = async (options: {
  dataDir: string;
}): Promise<EmbeddedPostgres> => {
  const dataDir = resolve(options.dataDir);
  const folder = join(dataDir, 'postgres');
  await createDataDir(dataDir);
  const bin = await findBinaries();
  const account = await databaseAccount([join(bin, 'postgres'), dataDir, socketBase()]);
  await prepareCluster(account, bin, folder);
  const socket = await createSocketFolder(account);
  const removeSocket = () => rm(socket, { recursive: true, force: true });
  const server = await launchServer({ account, bin, folder, socket }).catch(
    async (error: unknown) => {
      await removeSocket();
      throw error;
    },
  );
  return {
    url: `postgres://${DATABASE_USER}@localhost:5432/postgres?host=${encodeURIComponent(socket)}`,
    stop: async () => {
      await stopServer(server);
      await removeSocket();
    },
  };
};
