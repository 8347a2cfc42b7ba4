import { get } from 'svelte/store';
import { expect, it } from 'vitest';
import { announce, announcement } from './announce.ts';

const aMoment = (): Promise<void> => Promise.resolve();

it('says together what comes at the same moment, and nothing twice', async () => {
  announce('2 sheets to read.');
  announce('notes.txt is not a PDF, so it was left out.');
  announce('2 sheets to read.');
  await aMoment();
  expect(get(announcement).sentences).toEqual([
    '2 sheets to read.',
    'notes.txt is not a PDF, so it was left out.',
  ]);
});

it('says the same again when it happens again', async () => {
  announce('Link copied');
  await aMoment();
  const first = get(announcement);
  announce('Link copied');
  await aMoment();
  expect(get(announcement)).not.toBe(first);
  expect(get(announcement)).toEqual(first);
});
