/** The header lines of Meet Manager: events, heats, columns. */
import { clockTime } from '../../dates.ts';

export type EventHeader = { numbers: string[]; name: string; continued: boolean };
export type HeatHeader = {
  number: number;
  of: number | null;
  round: string | null;
  start: string | null;
  /** The fastest heat of a timed final may wait for the finals session: "Swimming with Finals". */
  withFinals: boolean;
  /** A page-top header repeats its event. */
  event: EventHeader | null;
  /** A heat of a combined event names the one it belongs to: "(Heat 1 Girls 800 Free)". */
  inner: string | null;
};

/** What stands in front of an event's number: "Event", "Event No.", "EVENT:", "Ev. #", "#". */
export const EVENT_WORD = String.raw`(?:(?:Event|EVENT|Evento|Ev\.?)(?::|\s*#|\s+N[or]\.)?\s*(?<=[\s#])|#\s?)`;
/** Time trials may be numbered apart: "TT1". */
const NUMBERS = String.raw`((?:TT|SO)?\d+[A-Z]?)(?:\s*\/\s*(\d+[A-Z]?))?`;
/** Behind it: "Event 5: Girls …", "Event 5 - Girls …", "Event 5. Girls …". */
const MARK = String.raw`\s*(?:[:–—]|-(?=\s)|\.(?![.\d]))?\s*`;
const EVENT = new RegExp(String.raw`^\(?${EVENT_WORD}${NUMBERS}${MARK}(\.\.\.)?\s*(.*)$`);
/** A heat's number may carry its flight's letter: "Heat 1A of 3". A team may be called "HEAT", with a time behind it. */
const HEAT =
  /^(?:Heat|Serie):?\s+#?\s?(\d+)(?:[A-Z](?=\s|$))?(?![\d.,:])(?:\s*(?:of|de|\/)\s*(\d+))?\s*(.*)$/i;
/** A name too long for its column loses its end, and with it the parenthesis. */
const IN_EVENT = new RegExp(
  String.raw`\(${EVENT_WORD}${NUMBERS}${MARK}([^()]*(?:\([^()]*\)[^()]*)*)\)?\s*$`,
);
const VERBS = String.raw`(?:will|is|are|and|follows?|has|have|may|goes|swims|begins?|scratched)\b`;
const SENTENCES = [
  /^(?:Events?|Eventos?)(?::|\s*#|\s+N[or]\.)?\s*(?<=[\s#])\d+[A-Z]?\s+\p{Ll}/u,
  new RegExp(String.raw`^(?:Event|Heat)s?\s+\d+[A-Z]?\s+${VERBS}`, 'i'),
];
const INNER = /\(Heat\s+\d+\s+([^()]*)\)/;
/** What names no round: "(Fast Heat)", "(SCR 2)". */
const ASIDE = /\([^()]*\)|\[[^[\]]*\]|-?\s*\b(?:fast|slow)(?:est)?\s+heat\b/gi;
const CLOCK = String.raw`(\d{1,2}:\d{2}\s*[AP]\.?M\b)`;
/** "Starts at 08:27 AM"; only a time of day may stand without these words: "(8:45 AM)", "~ 8:45 AM". */
const START = new RegExp(
  String.raw`(?:Starts? (?:at|time)|Inicia a las):?\s+(\d{1,2}:\d{2}\s*(?:[AP]M)?)|\(?(?:Starts? )?(?:(?:at|@|~|approx\.?|est\.?)\s*)*${CLOCK}\)?`,
  'i',
);
const WITH_FINALS = /-?\s*Swimming with [A-Za-z]+/i;

/** "Event 5 follows lunch", "HEAT 2 SWIMS FIRST": a sentence, no header. */
export const isEventNote = (text: string): boolean =>
  SENTENCES.some((pattern) => pattern.test(text));

/** "Event 12 Girls …", "#12 Girls …", "Event 21 / 22 …", "Event 8 ...(Boys …)". */
export const eventHeader = (text: string): EventHeader | null => {
  const found = EVENT.exec(text);
  if (!found) return null;
  const [, first = '', second, dots, rest = ''] = found;
  const name = dots ? rest.replace(/^\((.*)\)$/, '$1') : rest;
  if (!/[A-Za-z]/.test(name) || isEventNote(text)) return null;
  const numbers = second ? [first, second] : [first];
  if (!text.startsWith('(')) return { numbers, name, continued: Boolean(dots) };
  return { numbers, name: name.replace(/\)$/, ''), continued: true };
};

const roundOf = (rest: string): string | null => {
  const words = rest
    .replace(IN_EVENT, '')
    .replace(INNER, '')
    .replace(START, '')
    .replace(WITH_FINALS, '')
    .replace(ASIDE, '')
    .replace(/^[\s-]+|[\s-]+$/g, '');
  return words || (WITH_FINALS.test(rest) ? 'Finals' : null);
};

/** "Heat 1 of 15 Prelims", "Heat 6 Prelims (#3 Girls …)", "Heat 3 A - Final", "Heat 1 of 5 Prelims Starts at 08:27 AM". */
export const heatHeader = (text: string): HeatHeader | null => {
  const found = HEAT.exec(text);
  if (!found || isEventNote(text)) return null;
  const [, number, of, rest = ''] = found;
  // What is cut off there would be taken for a round.
  if (!of && /^of\b/i.test(rest)) return null;
  const repeated = IN_EVENT.exec(rest);
  const [, said, alone] = START.exec(rest) ?? [];
  const start = said ?? alone;
  return {
    number: Number(number),
    of: of ? Number(of) : null,
    round: roundOf(rest),
    start: start ? clockTime(start) : null,
    withFinals: WITH_FINALS.test(rest),
    event: repeated && {
      numbers: [repeated[1] ?? '', repeated[2] ?? ''].filter(Boolean),
      name: repeated[3]?.trim() ?? '',
      continued: true,
    },
    inner: INNER.exec(rest)?.[1] ?? null,
  };
};

/** A team may be called "Lane", "Heat" or "EVENT": then no word of a header follows, or a time. */
const STARTS_COLUMN = [
  new RegExp(String.raw`^\(?${EVENT_WORD}(?:TT|SO)?\d+[A-Z]?(?!\d|[.,:]\d)`),
  /^\(?(?:Heat|Serie):?\s+#?\s?\d+[A-Z]?(?![\d.,:])/i,
  /^(?:Lanes?|Carril)[#.:]*\s+(?:Name|Swimmer|Athlete|Nombre|Nadador|Team|School|Club|Equipo|Relay|Relevo)\b/i,
];

/** A line that may begin a newspaper column. */
export const startsColumn = (text: string): boolean =>
  !isEventNote(text) && STARTS_COLUMN.some((pattern) => pattern.test(text));
