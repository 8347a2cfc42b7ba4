/**
 * Whom PostgreSQL runs as. It refuses root, so as root it runs as `nobody`. Where `setpriv` exists the server also dies with us, even
 * if we are killed.
 */
import { execFile } from 'node:child_process';
import { access, constants, lchown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../startError.ts';

const run = promisify(execFile);

/** Puts a command under the account. */
type Wrap = (command: string, args: string[]) => [string, string[]];

export type Account = {
  wrap: Wrap;
  /** Gives the account a folder with all that lies in it, if anything of it was another's. */
  own: (folder: string) => Promise<void>;
};

const SETPRIV = '/usr/bin/setpriv';
const DIE_WITH_US = ['--pdeathsig', 'QUIT'];

/** What `nobody` may need to get through folders closed to it (a checkout under a 0700 home), the least first. */
const CAPABILITIES = [null, 'dac_read_search', 'dac_override'];

const capabilityFlags = (name: string): string[] => [
  `--inh-caps=-all,+${name}`,
  `--ambient-caps=-all,+${name}`,
  // access(2), by which PostgreSQL looks for its own programs, ignores capabilities without this.
  '--securebits=+no_setuid_fixup',
];

type Ids = { user: number; group: number };

const nobody = async (): Promise<Ids> => {
  const { stdout } = await run('id', ['nobody']);
  const [, user, group] = /^uid=(\d+)\D.*?gid=(\d+)/.exec(stdout) ?? [];
  if (!user || !group) throw new StartError('The account "nobody" is missing on this machine.');
  return { user: Number(user), group: Number(group) };
};

/**
 * The folder itself is given last: if it and its own entries are the account's, so is all below. Else, also after a kill in the
 * middle, everything is given anew.
 */
const giveTo = async ({ user, group }: Ids, folder: string): Promise<void> => {
  const near = (await readdir(folder)).map((name) => join(folder, name));
  const owners = await Promise.all([folder, ...near].map((path) => lstat(path)));
  if (owners.every(({ uid, gid }) => uid === user && gid === group)) return;
  const below = (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  await lchown(folder, 0, 0);
  await Promise.all(below.map((path) => lchown(path, user, group)));
  await lchown(folder, user, group);
};

const wrapIn =
  (flags: string[]): Wrap =>
  (command, args) => [SETPRIV, [...flags, command, ...args]];

const canReach = (wrap: Wrap, paths: string[]): Promise<boolean> => {
  const test = paths.flatMap((path, index) => [...(index > 0 ? ['-a'] : []), '-x', path]);
  return run(...wrap('/usr/bin/test', test)).then(
    () => true,
    () => false,
  );
};

const rootsAccount = async (paths: string[]): Promise<Account> => {
  const ids = await nobody();
  const as = [`--reuid=${ids.user}`, `--regid=${ids.group}`, '--clear-groups', ...DIE_WITH_US];
  for (const capability of CAPABILITIES) {
    const wrap = wrapIn([...as, ...(capability ? capabilityFlags(capability) : [])]);
    if (await canReach(wrap, paths)) return { wrap, own: (folder) => giveTo(ids, folder) };
  }
  throw new StartError(
    `As root the built-in PostgreSQL runs as "nobody", who cannot reach ${paths.join(' or ')}. Start HeatSync as an ordinary user or set DATABASE_URL.`,
  );
};

/** The account for the server; `paths` are the folders and programs that it must be able to reach. */
export const databaseAccount = async (paths: string[]): Promise<Account> => {
  const hasSetpriv = await access(SETPRIV, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (process.getuid?.() !== 0)
    return {
      wrap: hasSetpriv ? wrapIn(DIE_WITH_US) : (command, args) => [command, args],
      own: async () => undefined,
    };
  if (hasSetpriv) return rootsAccount(paths);
  throw new StartError(
    'PostgreSQL refuses to run as root. Start HeatSync as an ordinary user, install setpriv (util-linux), or set DATABASE_URL.',
  );
};
