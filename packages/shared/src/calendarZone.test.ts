import { expect, it } from 'vitest';
import { isTimeZone, zoneLines } from './calendarZone.ts';

const parts = (zone: string, first: number, last = first): string[] =>
  zoneLines(zone, first, last)
    .join('\n')
    .split('END:')
    .flatMap((part) => {
      const found =
        /BEGIN:(STANDARD|DAYLIGHT)\nDTSTART:(\S+)\nTZOFFSETFROM:(\S+)\nTZOFFSETTO:(\S+)/.exec(part);
      return found === null ? [] : [found.slice(1).join(' ')];
    });

it('knows when the clock changes', () => {
  expect(parts('America/New_York', 2026)).toEqual([
    'STANDARD 20251230T190000 -0500 -0500',
    'DAYLIGHT 20260308T020000 -0500 -0400',
    'STANDARD 20261101T020000 -0400 -0500',
  ]);
  expect(parts('Europe/Berlin', 2026, 2027).slice(1)).toEqual([
    'DAYLIGHT 20260329T020000 +0100 +0200',
    'STANDARD 20261025T030000 +0200 +0100',
    'DAYLIGHT 20270328T020000 +0100 +0200',
    'STANDARD 20271031T030000 +0200 +0100',
  ]);
});

it('knows the southern summer, half hours and zones without changes', () => {
  expect(parts('Australia/Lord_Howe', 2026)).toEqual([
    'DAYLIGHT 20251231T110000 +1100 +1100',
    'STANDARD 20260405T020000 +1100 +1030',
    'DAYLIGHT 20261004T020000 +1030 +1100',
  ]);
  expect(parts('Asia/Kathmandu', 2026)).toEqual(['STANDARD 20251231T054500 +0545 +0545']);
});

it('refuses what is no zone', () => {
  expect(['Europe/Berlin', 'UTC'].map(isTimeZone)).toEqual([true, true]);
  expect(['', 'Berlin', '+01:00', 'Europe/Berlin\r\n'].map(isTimeZone)).toEqual(
    Array(4).fill(false),
  );
  expect(() => zoneLines('Nowhere/City', 2026, 2026)).toThrow(RangeError);
});
