/** The folder that holds the built-in PostgreSQL's data. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type Account } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';

/** Programs and data that root's database account could not reach where they are lie here. */
export const REACHABLE_BASE = '/var/lib/heatsync';
export const DATABASE_USER = 'heatsync';

const createFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresError(`DATA_DIR cannot be written: ${path} (${error.code}).`);
  });
};

/**
 * `DATA_DIR/postgres`; as root, if a folder above it is closed to the database's account (a checkout under a 0700 home), a folder
 * of its own under `/var/lib/heatsync`, and `DATA_DIR/postgres.txt` says which.
 */
export const clusterFolder = async (account: Account, dataDir: string): Promise<string> => {
  const inside = join(dataDir, 'postgres');
  await createFolder(dataDir);
  const writable = writeFile(join(dataDir, '.writable'), '');
  await writable.catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresError(`DATA_DIR cannot be written: ${dataDir} (${error.code}).`);
  });
  if (await account.canRead(join(dataDir, '.writable'))) {
    await createFolder(inside);
    return inside;
  }
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const outside = join(REACHABLE_BASE, `data-${key}`);
  await createFolder(outside);
  await writeFile(join(dataDir, 'postgres.txt'), `The database lies in ${outside}\n`);
  return outside;
};

const versionOf = (folder: string): Promise<string | null> =>
  readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );

const createCluster = async (account: Account, bin: string, folder: string): Promise<void> => {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const [command, args] = account.wrap(join(bin, 'initdb'), [
    '-D',
    folder,
    '-U',
    DATABASE_USER,
    ...options,
  ]);
  await run(command, args, { cwd: '/' }).catch((error: Error & { stderr?: string }) => {
    const reason = error.stderr?.trim().split('\n').at(-1) ?? error.message;
    throw new EmbeddedPostgresError(`The database could not be created in ${folder}: ${reason}`);
  });
};

/** Makes sure that the folder holds a cluster of this PostgreSQL's version. */
export const prepareCluster = async (
  account: Account,
  bin: string,
  folder: string,
): Promise<void> => {
  const found = await versionOf(folder);
  const { stdout } = await run(...account.wrap(join(bin, 'postgres'), ['--version']), { cwd: '/' });
  const major = /\b(\d+)/.exec(stdout)?.[1] ?? '';
  if (found !== null && found !== major)
    throw new EmbeddedPostgresError(
      `${folder} was written by PostgreSQL ${found}, this is ${major}. Choose another DATA_DIR, or start the older release.`,
    );
  await account.own(folder);
  if (found === null) await createCluster(account, bin, folder);
};
