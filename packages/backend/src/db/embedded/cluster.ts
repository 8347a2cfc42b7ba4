/** The folder that holds the built-in PostgreSQL's data. */
import { access, constants, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run, type Account } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';

export const DATABASE_USER = 'heatsync';

/** Makes `DATA_DIR`. Rejects with one plain line if it cannot be written. */
export const createDataDir = async (dataDir: string): Promise<void> => {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedPostgresError(`DATA_DIR cannot be written: ${dataDir} (${code}).`);
  }
};

const versionOf = (folder: string): Promise<string | null> =>
  readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new EmbeddedPostgresError(`DATA_DIR cannot be read: ${folder} (${error.code}).`);
    },
  );

const initialize = async (account: Account, bin: string, folder: string): Promise<void> => {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const args = ['-D', folder, '-U', DATABASE_USER, ...options];
  await run(...account.wrap(join(bin, 'initdb'), args), { cwd: '/' }).catch(
    (error: Error & { stderr?: string }) => {
      const reason = error.stderr?.trim().split('\n').at(-1) ?? error.message;
      throw new EmbeddedPostgresError(`The database could not be created in ${folder}: ${reason}`);
    },
  );
};

/** What creations that were killed half-way left behind. */
const removeUnfinished = async (folder: string): Promise<void> => {
  const prefix = `${basename(folder)}.new-`;
  const names = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix));
  for (const name of names) await rm(join(dirname(folder), name), { recursive: true, force: true });
};

/** Made aside and moved in whole: a start that is killed in the middle leaves no half cluster. */
const createCluster = async (account: Account, bin: string, folder: string): Promise<void> => {
  const fresh = await mkdtemp(`${folder}.new-`);
  await account.own(fresh);
  await initialize(account, bin, fresh);
  await rename(fresh, folder).catch((error: NodeJS.ErrnoException) => {
    // Another program was faster; the server's own lock decides between the two.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await removeUnfinished(folder);
};

/** Makes sure that the folder holds a cluster of this PostgreSQL's version. */
export const prepareCluster = async (
  account: Account,
  bin: string,
  folder: string,
): Promise<void> => {
  const found = await versionOf(folder);
  const { stdout } = await run(...account.wrap(join(bin, 'postgres'), ['--version']), { cwd: '/' });
  const own = /\b(\d+)/.exec(stdout)?.[1] ?? '';
  if (found !== null && found !== own)
    throw new EmbeddedPostgresError(
      `${folder} was written by PostgreSQL ${found}, this is ${own}. Choose another DATA_DIR, or start the older release.`,
    );
  if (found === null) await createCluster(account, bin, folder);
  await account.own(folder);
};
