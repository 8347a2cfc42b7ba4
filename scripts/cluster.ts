/**
 * The arrangement of compose.yaml without containers: two api and two worker processes on one PostgreSQL and one bucket (OpenStack
 * Swift), behind Debian's nginx with the same settings. For trials and measurements; as root on Debian only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { makeBucket } from '../packages/backend/src/services/makeBucket.ts';
import { freePort } from '../packages/backend/test/support/net.ts';
import { startProgram, type Program } from '../packages/backend/test/support/processes.ts';
import { findSwift, startSwift } from '../packages/backend/test/support/swift.ts';
import { buildWebapp } from './buildWebapp.ts';
import { installDebian } from './debian.ts';
import { root } from './steps.ts';

const NGINX = '/usr/sbin/nginx';
const BUCKET = 'heatsync';

export type Cluster = {
  /** Where the proxy answers. */
  url: string;
  /** Of all processes of HeatSync. */
  pids: number[];
  /** Ends all; resolves with what went wrong, a line each. */
  stop(): Promise<string[]>;
};

const nginxSettings = (folder: string, port: number, apis: string[]): string => `daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
user root;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream heatsync {
    least_conn;
    ${apis.map((api) => `server ${new URL(api).host.replace('localhost', '127.0.0.1')} max_fails=0;`).join(' ')}
    keepalive 64;
  }
  server {
    listen 127.0.0.1:${port};
    include ${root}deploy/heatsync.conf;
  }
}
`;

const startNginx = async (folder: string, port: number, apis: string[]) => {
  await mkdir(folder);
  const file = join(folder, 'nginx.conf');
  await writeFile(file, nginxSettings(folder, port, apis));
  const child = spawn(NGINX, ['-p', folder, '-c', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error('nginx did not start');
    await sleep(100);
  }
  return {
    stop: async () => {
      child.kill('SIGQUIT');
      await ended;
    },
  };
};

const findServers = async (): Promise<void> => {
  const swift = await findSwift();
  if (!swift.found) throw new Error(swift.reason);
  if (!existsSync(NGINX) && !(await installDebian('nginx-light')))
    throw new Error('nginx is not installed, and only root on Debian installs it');
};

type Closer = () => Promise<unknown>;

/** Ends in reverse what was started; resolves with what went wrong, a line each. */
const closeAll = async (closers: Closer[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const close of closers.splice(0).toReversed())
    await close().catch((error: unknown) => faults.push(String(error)));
  return faults;
};

const endProgram = (program: Program) => async (): Promise<void> => {
  const code = await program.end('SIGTERM');
  if (code !== 0) throw new Error(`a process ended with ${code}: ${program.log().slice(-500)}`);
};

/** The servers that HeatSync stands on; what a process needs to find them. */
const startServers = async (home: string, closers: Closer[]): Promise<Record<string, string>> => {
  closers.push(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'data') });
  closers.push(postgres.stop);
  const { stop, ...s3 } = await startSwift();
  closers.push(stop);
  await makeBucket({ ...s3, bucket: BUCKET });
  return {
    DATABASE_URL: postgres.url,
    DATABASE_DIRECT_URL: postgres.url,
    S3_ENDPOINT: s3.endpoint,
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  };
};

const startAll = async (env: Record<string, string>, closers: Closer[]) => {
  const home = await mkdtemp(join(tmpdir(), 'hs-cluster-'));
  await chmod(home, 0o755);
  const servers = await startServers(home, closers);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = { TRUST_PROXY: 'X-Forwarded-For', BASE_URL: url, DATA_DIR: join(home, 'process') };
  const start = async (role: string): Promise<Program> => {
    const program = await startProgram({
      ...servers,
      ...own,
      LOG_LEVEL: 'warn',
      ...env,
      ROLE: role,
    });
    closers.push(endProgram(program));
    return program;
  };
  const apis = [await start('api'), await start('api')];
  const workers = [await start('worker'), await start('worker')];
  const addresses = apis.map((api) => api.url);
  closers.push((await startNginx(join(home, 'nginx'), port, addresses)).stop);
  return { url, pids: [...apis, ...workers].map(({ pid }) => pid) };
};

/** `env` is for all four processes. Rejects, with everything ended again, where a server cannot be had. */
export const startCluster = async (env: Record<string, string> = {}): Promise<Cluster> => {
  await findServers();
  await buildWebapp(new AbortController().signal);
  const closers: Closer[] = [];
  const stop = () => closeAll(closers);
  const started = await startAll(env, closers).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ...started, stop };
};
