/** What a calendar file is called: whose races, of which meet. */

/** Longer names are cut: a phone shows no more of them. */
const LONGEST = 40;

const cut = (words: string): string =>
  words.length > LONGEST ? words.slice(0, LONGEST + 1).replace(/-[^-]*$|.$/u, '') : words;

/** "Łosoś, Zoë" is "losos-zoe"; letters of other scripts stay. Empty where there is no letter and no figure. */
const slug = (text: string): string =>
  cut(
    text
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('ł', 'l')
      .replaceAll('ø', 'o')
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, ''),
  );

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const whose = (swimmers: readonly string[]): string => {
  const [first = 'races', second, ...more] = unique(swimmers.map(slug)).filter(Boolean);
  if (second === undefined) return first;
  return more.length === 0 ? `${first}-and-${second}` : `${first}-and-${more.length + 1}-more`;
};

/** One meet: "moorhen-ada-harbor-light-open.ics"; several: "moorhen-ada-2-meets.ics". */
export const calendarFilename = (swimmers: readonly string[], meets: readonly string[]): string => {
  const [meet = '', ...others] = unique(meets.map(slug)).filter(Boolean);
  const where = others.length === 0 ? meet : `${others.length + 1}-meets`;
  return `${[whose(swimmers), where].filter(Boolean).join('-')}.ics`;
};

/** The header that names a file: as it is, with the letters of its scripts, for all but the oldest programs. */
export const attachment = (filename: string): string => {
  const plain = /^[\x20-\x7e]*$/.test(filename);
  const ascii = plain ? filename : 'races.ics';
  const full = plain ? '' : `; filename*=UTF-8''${encodeURIComponent(filename)}`;
  return `attachment; filename="${ascii}"${full}`;
};
