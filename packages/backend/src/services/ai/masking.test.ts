import { describe, expect, it } from 'vitest';
import { maskRow } from './masking.ts';

const mask = (line: string, ...swimmers: string[]) =>
  maskRow(line, swimmers.length > 0 ? swimmers : ['Moorhen, Ada']);

describe('what leaves the house of a row', () => {
  it.each([
    ['Event 12 Girls 11-12 100 LC Meter Freestyle', 'Event 12 Girls 11-12 100 LC Meter Freestyle'],
    ['Heat 3 of 5 Finals Starts at 09:12 AM', 'Heat 3 of 5 Finals Starts at 09:12 AM'],
    ['Wettkampf 12 100m Rücken weiblich', 'Wettkampf 12 100m Rücken weiblich'],
    ['4 Moorhen, Ada C 11 POND 1:12.30', '4 Moorhen, Ada C 11 POND 1:12.30'],
    ['4 Ada Moorhen 11 POND-RI NT', '4 Ada Moorhen 11 POND-RI NT'],
    ['5 Crake, Lil 12 REED 1:13.11', '5 ••• 12 ••• 1:13.11'],
    ['5 CRAKE Lil 12 1:13.11', '5 ••• 12 1:13.11'],
    ['4 Moorhen, Ada 11 POND 4 KIM, Lil 12 REED', '4 Moorhen, Ada 11 POND 4 ••• 12 REED'],
    ['4 Ada Moorhen POND Lil KIM', '4 Ada Moorhen •••'],
    ['5 Crake, Lane 12', '5 ••• 12'],
    ['5 April Mae Heron-Tern 12', '5 ••• 12'],
    ['Harbor Light Open, June 13-14, 2026', '•••, June 13-14, 2026'],
    ['Saturday, June 13 - Session 2', 'Saturday, June 13 - Session 2'],
    ['Samstag, 13. Juni', 'Samstag, 13. Juni'],
    ['del 5 al 8 de agosto de 2026', '••• 5 ••• 8 de agosto de 2026'],
    ['5 May Heron-Tern 12 Friday', '5 ••• 12 Friday'],
    ['5 Domingo Heron-Tern 12', '5 ••• 12'],
    ['Referee: J. O’Stork', '•••: •••'],
    ['Ada Crake', '•••'],
    ['5 李小明 12', '5 ••• 12'],
  ])('%s', (line, masked) => expect(mask(line)).toBe(masked));

  it('keeps each of several swimmers, in their own rows only', () => {
    const row = '1) Moorhen, Ada 11 2) Moorhen, Bram 9 3) Crake, Bram 10';
    expect(mask(row)).toBe('1) Moorhen, Ada 11 2) Moorhen, ••• 9 3) ••• 10');
    expect(mask('Crake, Bram 10', 'Moorhen, Ada', 'Moorhen, Bram')).toBe('••• 10');
  });
});
