import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.ts';

const never = new AbortController().signal;
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-lock-'));
  path = join(folder, 'cache/lock');
});

afterEach(() => rm(folder, { recursive: true }));

it('lets one in at a time and leaves nothing', async () => {
  const inside: string[] = [];
  const work = (name: string) => async () => {
    inside.push(`${name} in`);
    await Promise.resolve();
    inside.push(`${name} out`);
  };
  await Promise.all([withLock(path, never, work('a')), withLock(path, never, work('b'))]);
  expect(inside.map((text) => text.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
  expect(existsSync(path)).toBe(false);
});

it('is free again when the work fails', async () => {
  await expect(withLock(path, never, () => Promise.reject(new Error('no build')))).rejects.toThrow(
    'no build',
  );
  expect(existsSync(path)).toBe(false);
});

it('is taken over from a program that is gone, or whose number another one has', async () => {
  await withLock(path, never, async () => undefined);
  // No process has this number.
  await writeFile(path, '999999999');
  await withLock(path, never, async () => undefined);
  await writeFile(path, String(process.pid));
  await utimes(path, 0, 0);
  await withLock(path, never, async () => undefined);
  expect(existsSync(path)).toBe(false);
});

it('no longer waits when that is not wanted', async () => {
  const stop = new AbortController();
  await withLock(path, never, async () => {
    const waiting = withLock(path, stop.signal, async () => undefined);
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
  expect(existsSync(path)).toBe(false);
});
