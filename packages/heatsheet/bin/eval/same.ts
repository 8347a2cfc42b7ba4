/** When two printed values count as the same: case, blanks, quotes and the ways to write a time do not matter. */
type Value = string | number | null | undefined;

export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Text for comparing: one way to write quotes and blanks, small letters. */
export const plain = (value: Value): string =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*([,;()/])\s*/g, '$1')
    .replace(/\s+[*-]$/, '')
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replaceAll('ß', 'ss');

/** The same without any blanks. */
export const tight = (value: Value): string => plain(value).replace(/\s/g, '');

/** "#012" and 12 are the same number; "101 a" is "101A". */
export const numberOf = (value: Value): string | null => {
  if (isBlank(value)) return null;
  const text = String(value).trim().replace(/^#+/, '');
  return /^\d+$/.test(text) ? String(Number(text)) : text.replace(/\s/g, '').toUpperCase();
};

const NO_TIME = 'NOTIME';

const seedOf = (value: Value): string | null => {
  if (isBlank(value)) return null;
  const text = String(value).trim().toUpperCase().replace(/,/g, '.');
  if (/^0*:?0*\.?0*$/.test(text) && text.includes('0')) return NO_TIME;
  const [, hours, minutes, rest] = /^(?:(\d+):)?(?:(\d+):)?(\d+\.\d+)$/.exec(text) ?? [];
  if (rest === undefined) return text;
  const parts = [hours, minutes, rest].filter((part) => part !== undefined);
  return parts
    .join(':')
    .replace(/^(0+:)+/, '')
    .replace(/^0+(?=\d)/, '');
};

/** "01:02,30" is 1:02.30; zeros are no time. */
export const isSameSeed = (truth: Value, found: Value): boolean => {
  const [a, b] = [seedOf(truth), seedOf(found)];
  return a === b || (a === NO_TIME && (b === null || b === 'NT'));
};

const clockOf = (value: Value): string | null => {
  if (isBlank(value)) return null;
  const found = /^\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([AaPp])?\.?[Mm]?\.?\s*$/.exec(
    String(value),
  );
  if (!found) return String(value);
  const half = found[3]?.toLowerCase();
  const hour = half ? (Number(found[1]) % 12) + (half === 'p' ? 12 : 0) : Number(found[1]);
  return `${String(hour).padStart(2, '0')}:${found[2]}`;
};

export const isSameClock = (a: Value, b: Value): boolean => clockOf(a) === clockOf(b);

/** "Prelims" and "Prelim", "A - Final" and "A-Final" are one round. */
export const roundOf = (value: Value): string | null =>
  isBlank(value) ? null : plain(value).replace(/[\s-]/g, '').replace(/s$/, '');

/** "09" is 2009 on the sheets of Splash. */
export const isSameAge = (truth: Value, found: Value, software: string | undefined): boolean => {
  if (isBlank(truth) || isBlank(found)) return isBlank(truth) && isBlank(found);
  const [a, b] = [String(truth), String(found)].map((text) => text.replace(/\D/g, ''));
  return a === b || (software === 'splash' && b?.length === 4 && b.slice(2) === a);
};
