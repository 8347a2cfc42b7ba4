/** How text is written into an iCalendar file (RFC 5545, 3.1 and 3.3.11). */

const encoder = new TextEncoder();
const MAX_OCTETS = 75;

/** Tabs and line breaks are text; the other control characters are not allowed anywhere in the file. */
const CONTROLS = /[^\P{Cc}\t\r\n]/gu;

/** Unicode's own, too: some calendars end a line there. */
const LINE_BREAKS = /\r\n|[\r\n\u2028\u2029]/g;

/** Escapes a value of type TEXT. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(LINE_BREAKS, '\\n');

/** Folds one content line at 75 octets, never inside a character, and ends it with CRLF. */
export const foldLine = (line: string): string => {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (used + octets > MAX_OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += octets;
  }
  return `${folded}\r\n`;
};

/** cyrb53: 53 bits of a string, spread well and not meant to withstand an attacker. */
const cyrb53 = (text: string, seed: number): string => {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & low) + (high >>> 0);
  return value.toString(16).padStart(14, '0');
};

/** An opaque name of 28 hexadecimal digits, the same for the same parts. */
export const opaqueName = (parts: readonly (string | null)[]): string => {
  const text = JSON.stringify(parts);
  return cyrb53(text, 1) + cyrb53(text, 2);
};
