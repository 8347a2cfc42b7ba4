/** A real PostgreSQL, started by the program itself under `DATA_DIR`, for whoever has none. */
import { join, resolve } from 'node:path';
import { makeWritableFolder } from '../../folders.ts';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { DATABASE_USER, prepareCluster } from './cluster.ts';
import { launchServer, stopServer } from './server.ts';
import {
  createSocketFolder,
  forgetSocketFolder,
  noteSocketFolder,
  removeSocketFolder,
  socketBase,
} from './socketFolder.ts';

/** `url` reaches the database over its Unix socket with `connect` of db/connect. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

const urlOf = (socket: string): string =>
  `postgres://${DATABASE_USER}@localhost:5432/postgres?host=${encodeURIComponent(socket)}`;

type Options = {
  dataDir: string;
  /** Called, once or twice, when PostgreSQL's own programs are at work: the time for what keeps this thread busy. */
  meanwhile?: () => void;
};

/**
 * Starts PostgreSQL on `dataDir/postgres`, which is created at first use. Rejects with `StartError` (one plain line) if the
 * directory cannot be written, is in use, or belongs to another version, and when `stop` is aborted meanwhile; nothing runs on
 * then. The `stop` of what it resolves with takes at most 5 seconds or so.
 */
export const startEmbeddedPostgres = async (
  { dataDir: given, meanwhile = () => undefined }: Options,
  stop: AbortSignal = new AbortController().signal,
): Promise<EmbeddedPostgres> => {
  const dataDir = resolve(given);
  const folder = join(dataDir, 'postgres');
  await makeWritableFolder('DATA_DIR', dataDir);
  const { bin, version } = await findBinaries();
  const account = await databaseAccount([join(bin, 'postgres'), dataDir, socketBase()]);
  await prepareCluster({ account, bin, version, folder, stop, meanwhile });
  const socket = await createSocketFolder(account);
  const server = await launchServer({ account, bin, folder, socket, meanwhile }, stop).catch(
    async (error: unknown) => {
      await removeSocketFolder(socket);
      throw error;
    },
  );
  await noteSocketFolder(dataDir, socket);
  return {
    url: urlOf(socket),
    stop: async () => {
      await stopServer(server);
      await forgetSocketFolder(dataDir, socket);
    },
  };
};
