/** "Girls 11-12 100 Yard Freestyle" is said "100 Free" at the pool; who may swim it is said beside. */

/** `(?<!\p{L})` and `(?!\p{L})` in place of `\b`, which knows no letters beyond a to z. */
const word = (alternatives: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');

/** In this order: "individual medley" before "medley". */
const STROKES: readonly [RegExp, string][] = [
  [word('freestyle|free|freistil|kraul|serbest|libres?|nage libre'), 'Free'],
  [word('backstroke|back|rücken|sırtüstü|espalda|dos'), 'Back'],
  [word('breaststroke|breast|brust|kurbağalama|pecho|braza|brasse'), 'Breast'],
  [word('butterfly|fly|schmetterling|delphin|kelebek|mariposa|papillon'), 'Fly'],
  [word('individual medley|im|ferdi karışık|combinado individual'), 'IM'],
  [word('medley|med|lagen|karışık|combinado|estilos|4 nages'), 'Medley'],
];

/** "200", "4 x 50", with the unit that follows. */
const DISTANCE =
  /(?<!\d|[-–])(?<distance>(?:\d{1,2}\s?x\s?)?(?:25|50|75|100|150|200|400|500|800|1000|1500|1650))\s?(?:(?:LC|SC)\s)?(?:yards?|yds?|met(?:er|re)s?|m|y)?(?=\s|$|,)/i;

const RELAY = word('relay|relays|staffel|bayrak|relevos?|relais');

export type EventWords = { title: string; who: string };

const tidy = (text: string): string =>
  text
    .replace(/[\s,]+/g, ' ')
    .replace(/(\d)-(\d)/g, '$1–$2')
    .trim();

const strokeOf = (name: string): string | null => {
  const stroke = STROKES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  return RELAY.test(name) && stroke === 'IM' ? 'Medley' : stroke;
};

/** Says an event plainly; a name that is not understood is shown as printed, never guessed at. */
export const eventWords = (printed: string): EventWords => {
  const distance = DISTANCE.exec(printed);
  const stroke = strokeOf(printed);
  if (!distance?.groups?.['distance'] || !stroke) return { title: printed.trim(), who: '' };
  const length = distance.groups['distance'].replace(/\s?x\s?/i, ' × ');
  const relay = RELAY.test(printed) ? ' Relay' : '';
  return {
    title: `${length} ${stroke}${relay}`,
    who: tidy(printed.slice(0, distance.index)),
  };
};

/** "THURSDAY PRELIMS" is shouted by the sheet; the page says "Thursday prelims". */
export const calmTitle = (title: string): string =>
  title === title.toUpperCase() && /\p{L}{4}/u.test(title)
    ? title.charAt(0) + title.slice(1).toLocaleLowerCase('en')
    : title;
