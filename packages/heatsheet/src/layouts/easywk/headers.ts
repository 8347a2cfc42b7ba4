/** The header lines of an EasyWk start list ("Meldeergebnis"): sections, events, heats, columns. */
import { dayFirstDate } from '../../dottedDates.ts';
import { german } from '../../languages/german.ts';
import { factsIn, wholeWord } from '../../languages/language.ts';
import { joinRuns, type Row } from '../../text/rows.ts';
import type { EventHeading, HeatHeading } from '../common/building.ts';
import { toCells, type Columns } from '../common/cells.ts';

const SESSION = /^(?:noch\s+)?(Abschnitt\s+\d+)(?:\s*[-–:,]?\s*(.*))?$/i;
const EVENT = /^(noch\s+)?Wettkampf\s+(\d+[a-z]?)\s*[-–:.]?\s*(.*)$/i;
const HEAT = /^(?:noch\s+)?Lauf\s+(\d+)(?:\s*(?:\/|von)\s*(\d+))?\b\s*(.*)$/i;
const CLOCK = /(\d{1,2})[:.](\d{2})(?:\s*Uhr)/i;
const BEGIN = /(?:^|\|\s*)(?:Wettkampf)?Beginn:?\s*(?:ca\.\s*)?\d/i;
/** "(4 Läufe)", "(ca. 08:30 Uhr)": of the list of events, no part of a name. */
const HEATS_IN_LIST = /\(\s*(\d+)\s+L[äa]ufe?\s*\)/i;
const CLOCK_IN_LIST = /\(\s*(?:ca\.\s*)?\d{1,2}[:.]\d{2}\s*Uhr\s*\)/gi;
const ROUND = wholeWord(german.rounds);
/** What a section is about that holds no entries, though it may name people. */
const OTHER_SECTION =
  /^(?:noch\s+)?(?:Wettkampffolge|Kampfgericht|Anzahl Meldungen|Meldungen|Inhalt|Vereine|Teilnehmer|Rekorde|Bestzeiten|Gesamtzahl)/i;

/** "08:45" of "(ca. 08:45 Uhr)"; midnight means that nobody filled it in. */
export const clockOf = (text: string): string | null => {
  const [, hour, minute] = CLOCK.exec(text) ?? [];
  if (!hour || (Number(hour) === 0 && minute === '00')) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
};

export const sessionHeading = (text: string): { title: string; date: string | null } | null => {
  const [, title, rest = ''] = SESSION.exec(text) ?? [];
  return title && !/\d\s*$/.test(rest.replace(/[\d.]{6,}$/, ''))
    ? { title, date: dayFirstDate(rest) }
    : null;
};

export const isOtherSection = (text: string): boolean => OTHER_SECTION.test(text);

/** "Abschnitt 3" of "Wettkampffolge für Abschnitt 3", the list of events below a session's heading. */
export const listedSession = (text: string): string | null =>
  /^(?:noch\s+)?Wettkampffolge\b.*?(Abschnitt\s+\d+)/i.exec(text)?.[1] ?? null;

export const isBegin = (text: string): boolean => BEGIN.test(text);

/** The round in brackets at a name's end: "(Vorlauf)", "(A-Finale)". */
const roundOf = (text: string): string | null => {
  const words = [...text.matchAll(/\(([^()]*)\)/g)].map(([, inside = '']) => inside.trim());
  return words.find((inside) => ROUND.test(inside)) ?? null;
};

export type ListedEvent = EventHeading & { continued: boolean; heats: number | null };

/** "Wettkampf 12 - 100m Brust weiblich (Vorlauf)", with "noch" in front on a later page. */
export const eventHeading = (text: string): ListedEvent | null => {
  const [, continued, number, rest] = EVENT.exec(text) ?? [];
  if (!number || rest === undefined) return null;
  const name = rest
    .replace(HEATS_IN_LIST, '')
    .replace(CLOCK_IN_LIST, '')
    .replace(/\s+/g, ' ')
    .trim();
  const heats = HEATS_IN_LIST.exec(rest)?.[1];
  return {
    number,
    name,
    round: roundOf(name),
    facts: factsIn(german, name),
    continued: continued !== undefined,
    heats: heats ? Number(heats) : null,
  };
};

/** "Lauf 1/3 (ca. 08:45 Uhr)", "Lauf 1 (ca. 08:30 Uhr)". */
export const heatHeading = (text: string): HeatHeading | null => {
  const [, number, of, rest = ''] = HEAT.exec(text) ?? [];
  if (!number) return null;
  return {
    number: Number(number),
    of: of ? Number(of) : null,
    round: roundOf(rest),
    start: clockOf(rest),
  };
};

/** "Bahn Schwimmerin Jg. Verein Meldezeit": where the cells below begin. */
export const columnHeading = (row: Row): Columns | null => {
  if (!/^Bahn\s+\p{L}/u.test(joinRuns(row.runs))) return null;
  const cells = toCells(row.runs);
  const at = (pattern: RegExp) => cells.find((cell) => pattern.test(cell.text))?.x ?? null;
  const name = at(/^(Schwimmer|Name|Mannschaft|Teilnehmer|Staffel|Aktive)/i);
  return name === null
    ? null
    : { name, year: at(/^(Jg|Jahrg)/i), team: at(/^(Verein|Club|Team)/i) };
};
