/** Whether two sheets speak of the same meet, session and event. Strict: what may be another one is another one. */
import { fold, weekdaysIn } from '../dateWords.ts';
import type { HeatSheet, Session } from '../types.ts';

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The same name, and no other days. */
export const isSameMeet = (a: HeatSheet, b: HeatSheet): boolean => {
  if (a.meetName === null || plain(a.meetName) !== plain(b.meetName ?? '')) return false;
  if (a.meetStart === null || b.meetStart === null) return true;
  return a.meetStart === b.meetStart && a.meetEnd === b.meetEnd;
};

/** "FRIDAY PRELIMS" and "Friday Prelims – Flight Format". */
export const isSameTitle = (a: string | null, b: string | null): boolean => {
  const [one, other] = [plain(a ?? ''), plain(b ?? '')];
  if (one === '' || other === '') return false;
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
};

/** The weekdays that a session's date or title names. */
const weekdaysOf = ({ title, date }: Session): number[] =>
  date === null ? weekdaysIn(title ?? '') : [new Date(date).getUTCDay()];

/** Whether dates and weekdays allow two sessions to be one. */
export const mayBeSameSession = (a: Session | null, b: Session): boolean => {
  if (a === null) return true;
  if (a.date !== null && b.date !== null) return a.date === b.date;
  const [days, others] = [weekdaysOf(a), weekdaysOf(b)];
  return days.length === 0 || others.length === 0 || days.some((day) => others.includes(day));
};

const SYNONYMS: [RegExp, string][] = [
  [/\b(?:lc|sc) meters?\b|\bmeters?\b|\byards?\b|\b(?:lcm|scm|scy)\b/g, ' '],
  [/\bfree\b/g, 'freestyle'],
  [/\bback\b/g, 'backstroke'],
  [/\bbreast\b/g, 'breaststroke'],
  [/\bfly\b/g, 'butterfly'],
  [/\bindividual medley\b/g, 'im'],
];

const eventWords = (name: string): string =>
  SYNONYMS.reduce((text, [pattern, word]) => text.replace(pattern, word), plain(name))
    .replace(/\s+/g, ' ')
    .trim();

/** "Girls 13-14 800 LC Meter Freestyle" and "Girls 13-14 800 Free": a session report leaves the course out. */
export const isSameEventName = (a: string, b: string): boolean => eventWords(a) === eventWords(b);
