/** The short-lived folder of the server's Unix socket. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';

const PREFIX = 'hs-';
/** A socket's path has at most 107 bytes; what is put behind this folder takes 26. */
const LONGEST_BASE = 80;

export const socketBase = (): string =>
  Buffer.byteLength(tmpdir()) > LONGEST_BASE ? '/tmp' : tmpdir();

export const createSocketFolder = async (account: Account): Promise<string> => {
  const folder = await mkdtemp(join(socketBase(), PREFIX));
  await account.own(folder);
  return folder;
};

export const removeSocketFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true });

const noteIn = (dataDir: string): string => join(dataDir, 'socket.txt');

/** Notes the folder of the server that now runs on the data, and removes the one of a predecessor that was killed. */
export const noteSocketFolder = async (dataDir: string, folder: string): Promise<void> => {
  const left = await readFile(noteIn(dataDir), 'utf8').catch(() => '');
  if (basename(left).startsWith(PREFIX)) await removeSocketFolder(left);
  await writeFile(noteIn(dataDir), folder);
};

export const forgetSocketFolder = async (dataDir: string, folder: string): Promise<void> => {
  await removeSocketFolder(folder);
  await rm(noteIn(dataDir), { force: true });
};
