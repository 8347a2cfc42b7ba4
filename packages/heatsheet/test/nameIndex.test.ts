/** Every name of every generated sheet against every other, in both orders, with and without middle initial: nobody else is found. */
import { firstLastName, makeMeet, printedName, spokenName, type Swimmer } from '@heatsync/sheetgen';
import { expect, it } from 'vitest';
import { indexNames } from '../src/nameIndex.ts';

const MEETS = 40;
const SWIMMERS = 120;

const meets = Array.from({ length: MEETS }, (_, seed) =>
  makeMeet({ seed, swimmers: SWIMMERS, eventsPerSession: 1, para: seed % 4 === 0 }),
);
const swimmers = meets.flatMap((meet) => meet.swimmers);

/** As Splash and OMEGA print it: the surname in capitals tells the order. */
const shoutedLast = ({ first, last }: Swimmer) => `${first} ${last.toUpperCase()}`;
const lastShouted = ({ first, last }: Swimmer) => `${last.toUpperCase()} ${first}`;

/** Some print the name by which somebody is called as well. */
const withNickname = ({ first, last }: Swimmer) => `${last}, ${first} (Ace)`;

const withoutMiddle = (swimmer: Swimmer): Swimmer => ({ ...swimmer, middle: null });

/** How a parent may type a swimmer's name. */
const typedNames = (swimmer: Swimmer): string[] =>
  [swimmer, withoutMiddle(swimmer)].flatMap((one) => [
    printedName(one),
    spokenName(one),
    firstLastName(one),
    spokenName(one).toLowerCase(),
    printedName(one).normalize('NFD'),
  ]);

/** Who somebody is, as far as a name without middle initial and suffix tells. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
const personOf = ({ first, last }: Swimmer): string => `${plain(last)},${plain(first)}`;

const STYLES: Record<string, (swimmer: Swimmer) => string> = {
  'Last, First M': printedName,
  'First M Last': firstLastName,
  'First LAST': shoutedLast,
  'LAST First': lastShouted,
  'Last, First (Nickname)': withNickname,
};

it.each(Object.entries(STYLES))('among names printed as "%s"', (_, print) => {
  const people = Map.groupBy(swimmers, print);
  const find = indexNames([...people.keys()]);
  const wrong = swimmers.flatMap((swimmer) =>
    typedNames(swimmer).flatMap((typed) => {
      const found = [...find(typed)];
      const others = found
        .flatMap((name) => people.get(name) ?? [])
        .filter((other) => personOf(other) !== personOf(swimmer))
        .map((other) => `${typed} found ${print(other)}`);
      return found.includes(print(swimmer)) ? others : [...others, `${typed} found nobody`];
    }),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

it('tells different middle initials apart', () => {
  const middled = swimmers.filter(
    ({ middle, suffix, para }) => middle !== null && suffix === null && para === null,
  );
  const find = indexNames(middled.map(printedName));
  const wrong = middled.flatMap((swimmer) =>
    [...find(printedName(swimmer))].filter(
      (name) => plain(name) !== plain(printedName(swimmer)) && /, \S+ \p{L}$/u.test(name),
    ),
  );
  expect(wrong).toEqual([]);
});
