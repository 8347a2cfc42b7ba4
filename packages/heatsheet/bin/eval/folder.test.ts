import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readSamples } from './folder.ts';

const folders: string[] = [];

const folderOf = async (files: Record<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
};

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

it('finds each sheet and its truth', async () => {
  const folder = await folderOf({
    'sheets/b.pdf': '%PDF',
    'sheets/a.pdf': '%PDF',
    'sheets/notes.txt': '',
    'truth/a.json': '{"kind":"results"}',
    'truth/b.json': '{"kind":"other"}',
  });
  expect((await readSamples(folder)).map(({ file, truth }) => [file, truth.kind])).toEqual([
    ['a.pdf', 'results'],
    ['b.pdf', 'other'],
  ]);
});

it.each([
  ['no folder at all', {}, 'There is no folder'],
  ['no truth', { 'sheets/a.pdf': '' }, 'There is no folder'],
  ['no PDF', { 'sheets/a.txt': '', 'truth/a.json': '{}' }, 'There is no PDF'],
  [
    'a sheet without truth',
    { 'sheets/a.pdf': '', 'truth/x.txt': '' },
    'every sheet needs its truth',
  ],
  [
    'a truth without sheet',
    { 'sheets/a.pdf': '', 'truth/a.json': '{"kind":"x"}', 'truth/b.json': '{}' },
    'has no sheet of its name',
  ],
  ['a truth that is not JSON', { 'sheets/a.pdf': '', 'truth/a.json': '{' }, 'is not JSON'],
  ['a truth without kind', { 'sheets/a.pdf': '', 'truth/a.json': '{}' }, 'is no truth file'],
])('says what is wrong with a folder: %s', async (_what, files, message) => {
  await expect(readSamples(await folderOf(files))).rejects.toThrow(message);
});
