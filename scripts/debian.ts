/** Programs that tests need and npm does not have, from Debian. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './lock.ts';

const run = promisify(execFile);

/** Debian's own lock refuses the second at once; other checkouts wait for this one. */
const LOCK = join(tmpdir(), 'heatsync-debian.lock');
/** Seconds to wait for whoever else installs something. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300'];

const install = async (packages: string[]): Promise<void> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = [...PATIENCE, '-y', '-qq', '--no-install-recommends'];
  await run('apt-get', [...PATIENCE, 'update', '-qq']);
  await run('apt-get', ['install', ...options, ...packages], { env });
};

/** Installs packages, as root only. False where that cannot be, or went wrong. */
export const installDebian = async (...packages: string[]): Promise<boolean> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    await withLock(LOCK, new AbortController().signal, () => install(packages));
    return true;
  } catch {
    return false;
  }
};
