/** The program as a newcomer starts it: real processes, real signals. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const START = join(import.meta.dirname, '../../../scripts/start.ts');
const READY = /HeatSync is ready at (http:\/\/localhost:(\d+))\n/;

type Program = { process: ChildProcess; out: () => string; err: () => string };

const running: ChildProcess[] = [];
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hs start '));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const start = (env: Record<string, string>): Program => {
  // Vitest sets a BASE_URL of its own.
  const { BASE_URL: _vitests, ...inherited } = process.env;
  const child = spawn(process.execPath, [START], {
    env: { ...inherited, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
  });
  running.push(child);
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
  return { process: child, out: () => text.out, err: () => text.err };
};

const ready = async (program: Program): Promise<{ url: string; port: string }> => {
  for (;;) {
    const found = READY.exec(program.out());
    if (found) return { url: found[1] ?? '', port: found[2] ?? '' };
    if (program.process.exitCode !== null) throw new Error(program.err());
    await Promise.race([
      once(program.process.stdout ?? program.process, 'data'),
      once(program.process, 'exit'),
    ]);
  }
};

const exitCode = async ({ process: child }: Program): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** The command lines of the processes that still use a data directory. */
const leftovers = async (): Promise<number> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(dataDir)).length;
};

/** A start may have to build the page first. */
describe('the program', { timeout: 180_000 }, () => {
  it('serves page and API, and a signal ends everything', async () => {
    const program = start({});
    const { url } = await ready(program);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<html');
    program.process.kill('SIGTERM');
    expect(await exitCode(program)).toBe(0);
    expect(await leftovers()).toBe(0);
  });

  it('starts again after everything was killed', async () => {
    const first = start({});
    await ready(first);
    first.process.kill('SIGKILL');
    await exitCode(first);
    const second = start({});
    await ready(second);
    second.process.kill('SIGTERM');
    expect(await exitCode(second)).toBe(0);
  });

  it('says in one line that its data directory is in use, or its port taken', async () => {
    const first = start({});
    const { port } = await ready(first);
    const sameData = start({});
    expect(await exitCode(sameData)).toBe(1);
    expect(sameData.err()).toMatch(/^The data directory is in use by another HeatSync[^\n]*\n$/);
    const samePort = start({ PORT: port, DATA_DIR: join(dataDir, 'other') });
    expect(await exitCode(samePort)).toBe(1);
    expect(samePort.err()).toMatch(/^Port \d+ is taken[^\n]*\n$/);
  });

  it('says in one line that a variable is wrong or DATA_DIR cannot be written', async () => {
    const wrong = start({ PORT: 'abc' });
    expect(await exitCode(wrong)).toBe(1);
    expect(wrong.err()).toMatch(/^[^\n]*PORT[^\n]*\n$/);
    await writeFile(join(dataDir, 'file'), '');
    const unwritable = start({ DATA_DIR: join(dataDir, 'file/below') });
    expect(await exitCode(unwritable)).toBe(1);
    expect(unwritable.err()).toMatch(/^DATA_DIR cannot be written[^\n]*\n$/);
  });
});
