/** Whether a document is one of Meet Manager's heat sheets or psych sheets. */
import { LANGUAGES } from '../../languages/index.ts';
import { anyOf } from '../../languages/language.ts';
import { rowText } from '../../text/rows.ts';
import type { TextPage } from '../layout.ts';
import { EVENT_WORD } from './headers.ts';
import { RACE } from './preamble.ts';
import { isSheetTitle, readTitles } from './titles.ts';

const LOOK_AT_PAGES = 3;

const bodyText = (pages: TextPage[]): string =>
  pages
    .slice(0, LOOK_AT_PAGES)
    .flatMap((page) => page.rows.map(rowText))
    .join('\n');

const EVENTS = new RegExp(String.raw`^\(?${EVENT_WORD}\d+[A-Z]?[:.]?\s`, 'm');
const HEATS = /^(.*\s)?(Heat|Serie):?\s+#?\d+[A-Z]?[\s/]/im;
/** A heat of another software's list. */
const OTHER_HEATS = new RegExp(
  `^(?:${anyOf(LANGUAGES.flatMap(({ lists }) => lists.heat))})\\s+\\d+`,
  'im',
);
const LANES =
  /\b(L|La?n|Lanes?|Carril)[#.:]*\s+(Name|Swimmer|Athlete|Team|Club|School|Nombre|Equipo)/i;
const RANKS = /\b(Name|Swimmer|Athlete)\s+(Age|Yr|YOB)\s+(Team|School|Club)\s+(Seed|Entry)\b/i;
const RESULTS = /^Results\b|Session:\s*\d+/m;
/** Results have such a column; in a heat sheet it is there to be written in. */
const FINALS = /Finals Time/;
const TO_WRITE_ON = /_{4}/;
const LISTS = /^Entry List\b|\bRoster\b/m;

/** A ranked list's event on top of a page: "#11 ... (Girls …)". */
const CONTINUED = new RegExp(String.raw`^${EVENT_WORD}\d+[A-Z]?\s*\.\.\.\s*\(`, 'm');
/** Whether a page holds heats, a ranked list, or a row that could be somebody's race. */
export const holdsSheetRows = ({ rows }: TextPage): boolean => {
  const lines = rows.map(rowText);
  const text = lines.join('\n');
  return (
    [HEATS, OTHER_HEATS, LANES, RANKS, CONTINUED].some((pattern) => pattern.test(text)) ||
    lines.some((line) => RACE.test(line))
  );
};

/** A title says more than what stands below it: a heat sheet may speak of results, and of a "Session: 2". */
const isTitled = (pages: TextPage[]): boolean =>
  pages.some((page) => isSheetTitle(readTitles(page, null).document));

/** By its banner or, where that was cut off, by the headers of its events, heats and lanes. */
export const recognises = (pages: TextPage[]): boolean => {
  const text = bodyText(pages);
  const speaksOfResults = RESULTS.test(text) || (FINALS.test(text) && !TO_WRITE_ON.test(text));
  if (speaksOfResults && !isTitled(pages.slice(0, LOOK_AT_PAGES))) return false;
  const heats = HEATS.test(text) && LANES.test(text);
  const titled = /Psych Sheet/i.test(text) && /\b(Seed Time|Age|Yr|Relay)\b/.test(text);
  if (!/MEET MANAGER/i.test(text))
    return EVENTS.test(text) && (heats || (titled && RANKS.test(text) && isTitled(pages)));
  const listed = RANKS.test(text) && !LISTS.test(text);
  const ranks = titled || (EVENTS.test(text) && (listed || isTitled(pages)));
  return heats || ranks || /Meet Program|Programa de Competencias/.test(text);
};
