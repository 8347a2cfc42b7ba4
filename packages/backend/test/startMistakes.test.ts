/** What keeps the program from starting: one clear line, exit code 1, and nothing half-made. */
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { startServer } from '../src/server.ts';
import { giveCluster } from './support/cluster.ts';
import { makePlace, processesOf, startProgram, type Program } from './support/program.ts';

const LIMIT = { timeout: 180_000 };

let place: Awaited<ReturnType<typeof makePlace>>;
const programs: Program[] = [];
const servers: Server[] = [];

beforeEach(async () => {
  place = await makePlace();
});

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.kill('SIGTERM');
    await program.ended;
  }
  for (const server of servers.splice(0)) server.close();
  await place.remove();
}, LIMIT.timeout);

const start = (env: Record<string, string> = {}): Program => {
  const program = startProgram(place, env);
  programs.push(program);
  return program;
};

/** Takes connections and never says a word. */
const silentPort = async (): Promise<number> => {
  const server = createServer((socket) => socket.on('error', () => undefined).unref());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return (server.address() as AddressInfo).port;
};

const expectRefusal = async (program: Program, line: RegExp) => {
  expect(await program.ended).toBe(1);
  expect(program.said.out).toBe('');
  expect(program.said.err).toMatch(/^[^\n]+\n$/);
  expect(program.said.err).toMatch(line);
};

describe('the program refuses', LIMIT, () => {
  it('a wrong variable, before it makes anything', async () => {
    const program = start({ PORT: 'abc', MAX_PDF_MB: '0' });
    await expectRefusal(program, /^A setting is wrong\. PORT: .*; MAX_PDF_MB: .*\.$/m);
    await expect(readdir(place.dataDir)).rejects.toThrow('ENOENT');
  });

  it('a taken port, before it makes anything', async () => {
    const port = await silentPort();
    await expectRefusal(start({ PORT: String(port) }), new RegExp(`^Port ${port} is taken\\.`));
    await expect(readdir(place.dataDir)).rejects.toThrow('ENOENT');
  });

  it('folders that cannot be written', async () => {
    await mkdir(place.dataDir);
    const file = join(place.dataDir, 'file');
    const closed = join(place.dataDir, 'closed');
    await writeFile(file, '');
    await mkdir(closed, { mode: 0o555 });
    const folders = [file, join(file, 'below')];
    if (process.platform === 'linux') folders.push('/proc/heatsync/data');
    // Root may write there.
    if (process.getuid?.() !== 0) folders.push(closed, join(closed, 'below'));
    await Promise.all(
      folders.map((folder) =>
        expectRefusal(start({ DATA_DIR: folder }), /^DATA_DIR cannot be written: .* \(.+\)\.$/m),
      ),
    );
    await chmod(closed, 0o755);
    expect(await readdir(place.dataDir)).toEqual(['closed', 'file']);
    expect(await readdir(closed)).toEqual([]);
  });

  it('data of another program, which goes on', async () => {
    await giveCluster(place.dataDir);
    const first = start();
    const { url } = await first.ready();
    await expectRefusal(start(), /^The data directory is in use by another HeatSync: /);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect(await readdir(place.temp)).toHaveLength(1);
  });

  it('data of another PostgreSQL', async () => {
    await mkdir(join(place.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres/PG_VERSION'), '15\n');
    await expectRefusal(start(), / was written by PostgreSQL 15, this is 18\. /);
    expect(await processesOf(place.dataDir)).toEqual([]);
    expect(await readdir(place.dataDir)).toEqual(['postgres']);
    expect(await readdir(join(place.dataDir, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('databases that do not answer, without a word of their password', async () => {
    const silent = await silentPort();
    const at = (port: number) => `postgres://me:secret@127.0.0.1:${port}/db?connect_timeout=2`;
    const refused = start({ DATABASE_URL: at(1) });
    const mute = start({ DATABASE_URL: at(silent) });
    await expectRefusal(refused, /^The database at 127.0.0.1:1 cannot be used: .*REFUSED/);
    await expectRefusal(mute, /cannot be used: it does not answer\. Check DATABASE_URL\.$/m);
    expect(refused.said.err + mute.said.err).not.toContain('secret');
    await expect(readdir(place.dataDir)).rejects.toThrow('ENOENT');
  });
});

describe('a start that fails', LIMIT, () => {
  it('has not built the page, which takes longest', async () => {
    const built: string[] = [];
    const options = {
      stop: new AbortController().signal,
      buildPage: async () => void built.push('page'),
    };
    const launch = (env: Record<string, string>) =>
      startServer(
        loadConfig({ PORT: '0', DATA_DIR: place.dataDir, ...env }),
        createLog('silent'),
        options,
      );
    await expect(launch({ PORT: String(await silentPort()) })).rejects.toThrow(/is taken/);
    await expect(launch({ DATABASE_URL: 'postgres://me@127.0.0.1:1/db' })).rejects.toThrow(
      /cannot be used/,
    );
    await giveCluster(place.dataDir);
    await writeFile(join(place.dataDir, 'uploads'), '');
    await expect(launch({})).rejects.toThrow(/^TEMP_FILE_DIR cannot be written/);
    expect(await processesOf(place.dataDir)).toEqual([]);
    expect(built).toEqual([]);
  });

  it('ends what it had started when the page cannot be built', async () => {
    await giveCluster(place.dataDir);
    const config = loadConfig({ PORT: '0', DATA_DIR: place.dataDir });
    const stop = new AbortController().signal;
    const buildPage = () => Promise.reject(new Error('no page'));
    const starting = startServer(config, createLog('silent'), { stop, buildPage });
    await expect(starting).rejects.toThrow('no page');
    expect(await processesOf(place.dataDir)).toEqual([]);
  });
});
