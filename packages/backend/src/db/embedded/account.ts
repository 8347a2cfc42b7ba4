/**
 * Whom PostgreSQL runs as. It refuses root, so as root it runs as `nobody`, who must be able to reach its files. Where
 * `setpriv` exists the server also dies with us, even if we are killed.
 */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';

export const run = promisify(execFile);

const SETPRIV = '/usr/bin/setpriv';

export type Account = {
  isRoot: boolean;
  /** Puts a command under this account. */
  wrap: (command: string, args: string[]) => [string, string[]];
  canRead: (path: string) => Promise<boolean>;
  own: (path: string) => Promise<void>;
};

const exists = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

const succeeds = (command: string, args: string[]): Promise<boolean> =>
  run(command, args).then(
    () => true,
    () => false,
  );

export const databaseAccount = async (): Promise<Account> => {
  const isRoot = process.getuid?.() === 0;
  const flags = isRoot
    ? ['--reuid=nobody', '--regid=nogroup', '--clear-groups', '--pdeathsig', 'QUIT']
    : ['--pdeathsig', 'QUIT'];
  const setpriv = await exists(SETPRIV);
  const wrap: Account['wrap'] = (command, args) =>
    setpriv ? [SETPRIV, [...flags, command, ...args]] : [command, args];
  return {
    isRoot,
    wrap,
    canRead: (path) => (isRoot ? succeeds(...wrap('/usr/bin/test', ['-r', path])) : exists(path)),
    own: async (path) => {
      if (isRoot) await run('chown', ['-R', 'nobody:nogroup', path]);
    },
  };
};
