/** After all tests: the program's log may name nobody who stands in a sheet, no file and no mail address. */
import { readFile } from 'node:fs/promises';
import { BOYS, GIRLS, HARD_SURNAMES, SURNAMES } from '../packages/sheetgen/src/words.ts';
import { sampleMeet } from './sampleMeet.ts';

const FILES_AND_ADDRESSES = /[^\s"/]+\.pdf\b|[\w.+-]+@[\w-]+\.[a-z]+/gi;
const wordsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => name.split(/[ ,]+/));

/** Every word that drawn sheets make names of, and of the swimmers that the tests look for. */
const allNames = async (): Promise<Set<string>> => {
  const { swimmer, siblings } = await sampleMeet();
  const pools = [SURNAMES, HARD_SURNAMES, GIRLS, BOYS, [swimmer, ...siblings]];
  return new Set(pools.flatMap(wordsOf).filter((word) => word.length > 2));
};

/** Rejects with what was found. */
export const checkLog = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8');
  if (!text.includes('"answered"')) throw new Error(`${file} holds no log of the tests.`);
  const names = await allNames();
  const found = [
    ...(text.match(/[\p{L}'’-]+/gu) ?? []).filter((word) => names.has(word)),
    ...(text.match(FILES_AND_ADDRESSES) ?? []),
  ];
  if (found.length > 0)
    throw new Error(
      `The program's log (${file}) names what it must not: ${[...new Set(found)].slice(0, 20).join(', ')}`,
    );
};
