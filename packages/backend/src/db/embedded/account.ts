/**
 * Whom PostgreSQL runs as. It refuses root, so as root it runs as `nobody`. Where `setpriv` exists the server also dies with us, even
 * if we are killed.
 */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartError } from '../../startError.ts';

export const run = promisify(execFile);

/** Puts a command under the account. */
type Wrap = (command: string, args: string[]) => [string, string[]];

export type Account = {
  wrap: Wrap;
  /** Gives the account a folder with all that lies in it. */
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

const asNobody = async (): Promise<string[]> => {
  const idOf = async (flag: string) => (await run('id', [flag, 'nobody'])).stdout.trim();
  const [user, group] = await Promise.all([idOf('-u'), idOf('-g')]);
  return [`--reuid=${user}`, `--regid=${group}`, '--clear-groups', ...DIE_WITH_US];
};

const wrapIn =
  (flags: string[]): Wrap =>
  (command, args) => [SETPRIV, [...flags, command, ...args]];

const canReach = async (wrap: Wrap, paths: string[]): Promise<boolean> => {
  const tests = paths.map((path) => run(...wrap('/usr/bin/test', ['-x', path])));
  return (await Promise.allSettled(tests)).every(({ status }) => status === 'fulfilled');
};

const rootsAccount = async (paths: string[]): Promise<Account> => {
  const nobody = await asNobody();
  for (const capability of CAPABILITIES) {
    const wrap = wrapIn([...nobody, ...(capability ? capabilityFlags(capability) : [])]);
    const own = async (folder: string) => {
      await run('chown', ['-R', 'nobody:', folder]);
    };
    if (await canReach(wrap, paths)) return { wrap, own };
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
