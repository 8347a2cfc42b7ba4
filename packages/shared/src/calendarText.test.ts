import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { escapeText, foldLine, opaqueName } from './calendarText.ts';

const octets = (text: string): number => new TextEncoder().encode(text).length;

const fileOf = (text: string): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20260307T090000Z',
    `DESCRIPTION:${escapeText(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(foldLine)
    .join('');

const readByIcal = (file: string): unknown =>
  new ICAL.Component(ICAL.parse(file) as never)
    .getFirstSubcomponent('vevent')
    ?.getFirstPropertyValue('description');

const readByNode = (file: string): unknown => {
  const entry = Object.values(nodeIcal.sync.parseICS(file)).find((it) => it?.type === 'VEVENT');
  return entry?.type === 'VEVENT' ? entry.description : undefined;
};

const printable = fc
  .string({ unit: 'grapheme', maxLength: 300 })
  .map((text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''));

describe('text in a calendar', () => {
  it('comes back from ical.js as it went in', () => {
    fc.assert(
      fc.property(printable, fc.array(printable, { maxLength: 3 }), (head, tail) => {
        const text = [head, ...tail].join('\n');
        expect(readByIcal(fileOf(text))).toBe(text);
      }),
    );
  });

  it('comes back from node-ical as it went in, but for white space at the ends', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const kept = `<${text}>`;
        expect(readByNode(fileOf(kept))).toBe(kept);
      }),
    );
  });

  it('folds at 75 octets and never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        expect(folded.endsWith('\r\n')).toBe(true);
        for (const part of folded.slice(0, -2).split('\r\n')) {
          expect(octets(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(folded.slice(0, -2).replaceAll('\r\n ', '')).toBe(line);
      }),
    );
    expect(foldLine('🏊'.repeat(19)).split('\r\n')).toEqual(['🏊'.repeat(18), ' 🏊', '']);
  });

  it('drops what must not stand in the file', () => {
    expect(escapeText('a\u0000b\u0007\r\nc\ud800')).toBe('ab\\nc\ufffd');
    expect(escapeText('END:VEVENT\r\nX')).not.toContain('\r');
    expect(escapeText('a\u2028b\u2029c')).toBe('a\\nb\\nc');
  });
});

describe('opaqueName', () => {
  it('is the same for the same parts and tells null from text', () => {
    expect(opaqueName(['a', null])).toBe(opaqueName(['a', null]));
    const names = [['a', null], ['a', 'null'], ['a,null'], ['a'], [null, 'a']].map(opaqueName);
    expect(new Set(names)).toHaveLength(5);
  });
});
