/** `npm start` as a newcomer meets it: real processes, real signals. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWebapp } from '../../../scripts/buildWebapp.ts';
import { giveCluster } from './support/cluster.ts';
import {
  makePlace,
  NPM,
  processesOf,
  startProgram,
  until,
  type Program,
} from './support/program.ts';

const LIMIT = { timeout: 180_000 };
const SETPRIV = '/usr/bin/setpriv';

let place: Awaited<ReturnType<typeof makePlace>>;
const programs: Program[] = [];

const start = (...[env, command]: [env?: Record<string, string>, command?: string[]]): Program => {
  const program = startProgram(place, env, command);
  programs.push(program);
  return program;
};

beforeAll(() => buildWebapp(new AbortController().signal), LIMIT.timeout);

beforeEach(async () => {
  place = await makePlace();
});

/** Kills whatever is at work in the data folder; some of it may have ended meanwhile. */
const killProcesses = async (): Promise<void> => {
  for (const id of await processesOf(place.dataDir)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
};

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.killGroup('SIGKILL');
    await program.ended;
  }
  await killProcesses();
  await until(async () => ((await processesOf(place.dataDir)).length === 0 ? true : null));
  await place.remove();
}, LIMIT.timeout);

/** Tools such as npm keep caches in the temporary folder, too. */
const sockets = async () => (await readdir(place.temp)).filter((name) => name.startsWith('hs-'));

const expectNothingLeft = async () => {
  expect(await processesOf(place.dataDir)).toEqual([]);
  expect(await sockets()).toEqual([]);
  expect((await readdir(place.dataDir)).toSorted()).toEqual(['postgres', 'uploads']);
  expect(await readdir(join(place.dataDir, 'postgres'))).not.toContain('postmaster.pid');
};

/** While the first start makes its database: aside, in a folder that says so. */
const creation = () =>
  until(async () => {
    const names = await readdir(place.dataDir).catch(() => []);
    return names.find((name) => name.startsWith('postgres.new-')) ?? null;
  });

describe('the program', LIMIT, () => {
  it('says in one line that it is ready, serves page and API, and ends in order', async () => {
    const program = start();
    const { url } = await program.ready();
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<html');
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.said).toEqual({ out: `HeatSync is ready at ${url}\n`, err: '' });
    await expectNothingLeft();
  });

  it('ends in order when Ctrl-C reaches both npm and the program, and starts again', async () => {
    await giveCluster(place.dataDir);
    for (const end of ['Ctrl-C', 'SIGTERM to npm'] as const) {
      const program = start({}, NPM);
      await program.ready();
      if (end === 'Ctrl-C') program.killGroup('SIGINT');
      else program.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      expect(program.said.err).toBe('');
      await expectNothingLeft();
    }
  });

  it('starts again after everything was killed, and takes away what that left', async () => {
    await giveCluster(place.dataDir);
    const first = start();
    await first.ready();
    await killProcesses();
    first.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const second = start();
    await second.ready();
    expect(await sockets()).toHaveLength(1);
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await expectNothingLeft();
  });

  it.skipIf(!existsSync(SETPRIV))(
    'takes its database along when it alone is killed, and starts again at once',
    async () => {
      await giveCluster(place.dataDir);
      const first = start();
      await first.ready();
      first.kill('SIGKILL');
      const second = start();
      await second.ready();
      second.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      await expectNothingLeft();
    },
  );

  it('survives being killed while it makes its database', async () => {
    const first = start();
    await creation();
    first.killGroup('SIGKILL');
    await first.ended;
    const second = start();
    await second.ready();
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await expectNothingLeft();
  });

  it('ends in order in the middle of its first start, too', async () => {
    const program = start();
    await creation();
    program.killGroup('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.said).toEqual({ out: '', err: '' });
    expect(await processesOf(place.dataDir)).toEqual([]);
    expect(await readdir(place.temp)).toEqual([]);
    expect(await readdir(place.dataDir)).toEqual([]);
  });

  it('runs beside another one that has a port and data of its own', async () => {
    const other = await makePlace();
    try {
      await Promise.all([place, other].map(({ dataDir }) => giveCluster(dataDir)));
      const [one, two] = [start(), startProgram(other)];
      programs.push(two);
      const urls = await Promise.all([one.ready(), two.ready()]);
      two.kill('SIGTERM');
      expect(await two.ended).toBe(0);
      expect((await fetch(`${urls[0].url}/api/health`)).status).toBe(200);
      one.kill('SIGTERM');
      expect(await one.ended).toBe(0);
    } finally {
      await other.remove();
    }
  });
});
