/** EasyWk prints Czech and Slovak names with the wrong code page: "Lièko" is Ličko. Put right where the club shows that it is so. */
import { rowText } from '../../text/rows.ts';
import type { SheetEvent } from '../../types.ts';
import { toCells } from '../common/cells.ts';
import type { TextPage } from '../layout.ts';

/** What code page 1252 shows, and what code page 1250 means. */
const MEANT: Record<string, string> = {
  è: 'č',
  ì: 'ě',
  ù: 'ů',
  ø: 'ř',
  ò: 'ň',
  ï: 'ď',
  È: 'Č',
  Ì: 'Ě',
  Ù: 'Ů',
  Ø: 'Ř',
  Ò: 'Ň',
  Ï: 'Ď',
  '¾': 'ľ',
  '¹': 'š',
  '»': 'ť',
};
const WRONG = /[èìùøòïÈÌÙØÒÏ¾¹»]/g;
const NATIONS = /^(CZE|SVK)$/;
/** So many different ones of these letters in one club are no accident. */
const TELLING_LETTERS = 3;

/** The clubs that the table of foreign clubs lists with a Czech or Slovak nation. */
const clubsByNation = (pages: TextPage[]): string[] =>
  pages
    .slice(0, 6)
    .flatMap((page) => page.rows)
    .filter((row) => /\b(CZE|SVK)\b/.test(rowText(row)))
    .flatMap((row) => {
      const [club, nation] = toCells(row.runs);
      return club && NATIONS.test(nation?.text ?? '') ? [club.text] : [];
    });

const clubsByLetters = (events: SheetEvent[]): string[] => {
  const letters = new Map<string, Set<string>>();
  for (const { team, name } of entriesOf(events))
    for (const letter of name?.match(WRONG) ?? [])
      letters.set(team ?? '', (letters.get(team ?? '') ?? new Set()).add(letter));
  return [...letters].flatMap(([club, found]) => (found.size >= TELLING_LETTERS ? [club] : []));
};

const entriesOf = (events: SheetEvent[]) =>
  events.flatMap((event) => event.heats).flatMap((heat) => heat.entries);

const repair = (text: string): string => text.replace(WRONG, (letter) => MEANT[letter] ?? letter);

/** Repairs the names in place; `line` keeps what the sheet prints. */
export const repairCzechNames = (events: SheetEvent[], pages: TextPage[]): void => {
  const clubs = new Set([...clubsByNation(pages), ...clubsByLetters(events)]);
  for (const entry of entriesOf(events)) {
    if (!clubs.has(entry.team ?? '')) continue;
    if (entry.name !== null) entry.name = repair(entry.name);
    for (const leg of entry.relay?.legs ?? []) leg.name = repair(leg.name);
  }
};
