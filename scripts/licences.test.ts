import { expect, it } from 'vitest';
import { isFree, licenceFaults, shippedLicences } from './licences.ts';

it('ships nothing under a licence that binds, and lists what it ships', async () => {
  expect(await licenceFaults()).toEqual([]);
});

it('follows what is needed at run time, nested too, and leaves out what only builds', () => {
  const lock = {
    packages: {
      '': { devDependencies: { tool: '1' } },
      'packages/backend': { dependencies: { a: '1', '@heatsync/shared': '*' } },
      'node_modules/@heatsync/shared': { link: true, resolved: 'packages/shared' },
      'packages/shared': { dependencies: { c: '1' } },
      'node_modules/a': { license: 'MIT', dependencies: { b: '2' } },
      'node_modules/b': { license: 'GPL-3.0' },
      'node_modules/a/node_modules/b': { license: 'ISC' },
      'node_modules/c': {},
      'node_modules/tool': { license: 'GPL-3.0' },
    },
  };
  expect(shippedLicences(lock)).toEqual([
    { name: 'a', licence: 'MIT' },
    { name: 'b', licence: 'ISC' },
    { name: 'c', licence: 'unknown' },
  ]);
});

it('takes one side of a choice and all of a sum', () => {
  expect(['MIT', '(GPL-2.0 OR MIT)', 'MIT AND ISC'].map(isFree)).toEqual([true, true, true]);
  expect(['AGPL-3.0', 'MIT AND GPL-2.0', 'unknown', ''].map(isFree)).toEqual(Array(4).fill(false));
});
