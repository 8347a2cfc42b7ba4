/** Months and weekdays as sheets write them: English, German, Spanish, French. */

const MONTHS = [
  'january januar enero janvier',
  'february februar febrero fevrier',
  'march marz marzo mars',
  'april abril avril',
  'may mai mayo',
  'june juni junio juin',
  'july juli julio juillet',
  'august agosto aout',
  'september septiembre setiembre septembre',
  'october oktober octubre octobre',
  'november noviembre novembre',
  'december dezember diciembre decembre',
].map((names) => names.split(' '));

const WEEKDAYS = [
  'sunday sonntag domingo dimanche',
  'monday montag lunes lundi',
  'tuesday dienstag martes mardi',
  'wednesday mittwoch miercoles mercredi',
  'thursday donnerstag jueves jeudi',
  'friday freitag viernes vendredi',
  'saturday samstag sonnabend sabado samedi',
].map((names) => names.split(' '));

/** What follows an abbreviated weekday: "Sat. Afternoon", "Fri PM"; not the name in "Sun Devil Relays". */
const SHORT_DAY =
  /\b(sun|mon|tues?|weds?|thu(?:rs?)?|fri|sat)(?:\.|(?=\s*(?:$|[-–,\d]|am\b|pm\b|morning|afternoon|evening|night|prelim|final|session|distance|timed)))/g;

const SHORTEST_MONTH = 3;

/** Lower case, without accents: "Miércoles" → "miercoles". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** 1 to 12 for a month or the beginning of one ("Aug", "déc"); null for another word or one that fits two months. */
export const monthNumber = (word: string): number | null => {
  const wanted = fold(word);
  if (wanted.length < SHORTEST_MONTH) return null;
  const fits = MONTHS.flatMap((names, index) =>
    names.some((name) => name.startsWith(wanted)) ? [index + 1] : [],
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
};

/** The weekdays that a text names, Sunday 0, each once. */
export const weekdaysIn = (text: string): number[] => {
  const folded = fold(text);
  const words = new Set(folded.split(/[^a-z]+/));
  const full = WEEKDAYS.flatMap((names, day) => (names.some((name) => words.has(name)) ? day : []));
  const short = [...folded.matchAll(SHORT_DAY)].map(([, word = '']) =>
    WEEKDAYS.findIndex(([english = '']) => english.startsWith(word.slice(0, SHORTEST_MONTH))),
  );
  return [...new Set([...full, ...short])];
};
