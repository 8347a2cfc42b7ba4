/** The folder that holds the built-in PostgreSQL's data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../../isRunning.ts';
import { StartError } from '../../startError.ts';
import type { Account } from './account.ts';

export const DATABASE_USER = 'heatsync';

const versionOf = (folder: string): Promise<string | null> =>
  readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new StartError(`DATA_DIR cannot be read: ${folder} (${error.code}).`);
    },
  );

type Creation = {
  account: Account;
  bin: string;
  version: string;
  folder: string;
  stop: AbortSignal;
  /** Called while PostgreSQL's programs work. */
  meanwhile: () => void;
};

/** initdb works through processes of its own: this group is ended as one, and Ctrl-C does not reach half of it. */
const startInitdb = ({ account, bin, folder }: Creation) => {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const args = ['-D', folder, '-U', DATABASE_USER, ...options];
  // The last pipe is inherited by all of them, so that it closes with the last of them.
  return spawn(...account.wrap(join(bin, 'initdb'), args), {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
};

type Initdb = ReturnType<typeof startInitdb>;

const killAll = ({ pid }: Initdb): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Settles when none of initdb's processes is left, also if `stop` is aborted meanwhile. */
const initialize = async (creation: Creation): Promise<void> => {
  const { folder, stop } = creation;
  stop.throwIfAborted();
  const initdb = startInitdb(creation);
  let said = '';
  initdb.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const kill = () => killAll(initdb);
  process.once('exit', kill);
  stop.addEventListener('abort', kill);
  const closed = once(initdb, 'close');
  creation.meanwhile();
  await closed.finally(() => {
    process.off('exit', kill);
    stop.removeEventListener('abort', kill);
  });
  stop.throwIfAborted();
  if (initdb.exitCode === 0) return;
  const reason = said.trim().split('\n').at(-1) || `initdb ended with ${initdb.exitCode}`;
  throw new StartError(`The database could not be created in ${folder}: ${reason}`);
};

/** What creations that were killed half-way left behind; the name tells whose each is. */
const removeUnfinished = async (folder: string): Promise<void> => {
  const prefix = `${basename(folder)}.new-`;
  const isAbandoned = (name: string) =>
    name.startsWith(prefix) && !isRunning(Number.parseInt(name.slice(prefix.length), 10));
  const names = (await readdir(dirname(folder))).filter(isAbandoned);
  for (const name of names) await rm(join(dirname(folder), name), { recursive: true, force: true });
};

/** Made aside and moved in whole: a start that is killed in the middle leaves no half cluster. */
const createCluster = async (creation: Creation): Promise<void> => {
  const { account, folder } = creation;
  await removeUnfinished(folder);
  const fresh = await mkdtemp(`${folder}.new-${process.pid}-`);
  try {
    await account.own(fresh);
    await initialize({ ...creation, folder: fresh });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another program was faster; the server's own lock decides between the two.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};

/** Makes sure that the folder holds a cluster of this PostgreSQL's version. */
export const prepareCluster = async (creation: Creation): Promise<void> => {
  const { account, version, folder } = creation;
  const found = await versionOf(folder);
  if (found !== null && found !== version)
    throw new StartError(
      `${folder} was written by PostgreSQL ${found}, this is ${version}. Choose another DATA_DIR, or start the older release.`,
    );
  if (found === null) await createCluster(creation);
  await account.own(folder);
};
