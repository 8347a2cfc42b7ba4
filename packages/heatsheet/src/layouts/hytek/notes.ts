/** Rows that hosts write between a sheet's own: pauses, prices, requests. No race may be taken for one. */
import { rowText, type Row } from '../../text/rows.ts';

/** A gap wider than this, in sizes, separates cells. */
const CELL_GAP = 1;

const isOnePiece = ({ runs }: Row): boolean =>
  runs.every((run, i) => i === 0 || run.x - (runs[i - 1]?.right ?? 0) < CELL_GAP * run.size);

const PRICE = /[$€£]\s?\d+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?\s?[€£]/g;
/** Words of sentences that are part of no name. */
const OF_SENTENCES =
  /(?<!\p{L})(?:the|and|of|at|for|are|is|be|will|with|per|from|until|only|off|please|thank|plus|see|by|may|not|no)(?!\p{L})|\b(?:PLEASE|THANK|AND|ARE|WILL|ONLY|UNTIL|FROM)\b/u;
/** "Teal, Ada 14": a swimmer whose lane or time is lost. */
const SWIMMER = /\p{Lu}[\p{L}'’-]*, \p{Lu}.*\d/u;
const TIME = /\d[.,]\d{2}(?!\d)|\bNT\b/;

/** "Parents, please stay off the deck", "Heat sheets $5.00": words in one piece that no sheet prints about a swimmer. */
const isSentence = (text: string): boolean => {
  const words = text.replace(PRICE, '');
  const says = words !== text || OF_SENTENCES.test(words);
  return says && !TIME.test(words) && !SWIMMER.test(words);
};

/** A sentence; or, unless swimmers may stand there, words without figures or a comma ("Awards follow"): a race has a lane. */
export const isRemark = (row: Row, mayBeSwimmers: boolean): boolean => {
  const text = rowText(row);
  return (isSentence(text) || (!mayBeSwimmers && !/[\d,]/.test(text))) && isOnePiece(row);
};

/** "2 swimmers per lane", "3 heats combined, see announcer": no name of one piece begins so. */
const isCount = ({ runs }: Row, text: string): boolean =>
  runs.length === 1 &&
  (/^\d+ \p{Ll}[^,\d]*$/u.test(text) || (/^\d+ \p{Ll}/u.test(text) && isSentence(text)));

const PAUSE =
  /\b(?:break|intermission|lunch|dinner|minutes?|mins?|warm-?ups?|awards?|medals?|ceremony|presentations?|meeting|check-?ins?|deadline|timers|swimmers|flight|clerk|recess|descanso|minutos|almuerzo)\b|\d{1,2}:\d{2}\s*[AP]\.?M\b|\bat \d{1,2}:\d{2}\b/i;
/** The rest of a header whose beginning is lost is no sentence. */
const OF_HEADER =
  /\b\d+ of \d+\b|\bof \d|^\d+\s+(?:Prelims|Finals)|\(#|(?:Prelims|Finals) +Starts\b/;

/** "(approx. 12.30)": a time of day, as hosts write it. */
const ABOUT = /(?:\bapprox(?:imately|\.)?|\bca\.|\babout|\bat|@) *\d{1,2}[.:]\d{2}(?![\d.])/gi;

/** "10 minute break", "Awards: events 1 - 8": in one piece, with no time and no name with a comma. */
const isPause = (row: Row, text: string): boolean =>
  PAUSE.test(text) &&
  !TIME.test(text.replace(ABOUT, '')) &&
  !OF_HEADER.test(text) &&
  !/\p{L},\s?\p{Lu}/u.test(text) &&
  isOnePiece(row);

/** What a host says is no entry, though it may begin with a figure. */
export const isHostsNote = (row: Row): boolean => {
  const text = rowText(row);
  return isPause(row, text) || isCount(row, text);
};
