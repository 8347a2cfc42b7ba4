/** PgBouncer in transaction mode, as in front of many a managed PostgreSQL. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installDebian } from '../../../../scripts/debian.ts';
import { freePort } from './net.ts';
import type { Outside } from './outside.ts';

const BINARY = '/usr/sbin/pgbouncer';

/** Installs it where that can be. */
export const findPgBouncer = async (): Promise<Outside<object>> => {
  if (existsSync(BINARY) || (await installDebian('pgbouncer'))) return { found: true };
  return {
    found: false,
    reason: 'PgBouncer is not installed, and only root on Debian installs it',
  };
};

const settings = (target: URL, port: number): string => `[databases]
* = host=${target.searchParams.get('host')} port=${target.port} user=${target.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 500
default_pool_size = 20
`;

/** Starts one in front of a database; `url` goes through it. */
export const startPgBouncer = async (
  databaseUrl: string,
): Promise<{ url: string; stop(): Promise<void> }> => {
  const target = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'hs-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, settings(target, port));
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(BINARY, [...asRoot, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('process up')) resolve();
    });
    void ended.then(() => reject(new Error('PgBouncer did not start')));
  });
  return {
    url: `postgres://${target.username}@127.0.0.1:${port}${target.pathname}`,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
};
