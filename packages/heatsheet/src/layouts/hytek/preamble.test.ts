import { describe, expect, it } from 'vitest';
import type { LineRole, SheetLine } from '../../types.ts';
import { explainPreamble, preambleRole } from './preamble.ts';
import { freshState } from './state.ts';

const rolesOf = (...lines: [LineRole, string][]): LineRole[] => {
  const state = freshState();
  for (const [role, line] of lines) state.lines.push({ role, line, page: 1, box: [0, 0, 100, 8] });
  explainPreamble(state);
  return state.lines.map(({ role }) => role);
};

it('takes what a host says below an event for a note, but nobody’s race', () => {
  expect(
    rolesOf(
      ['event_header', 'Event 5 Girls 800 Free'],
      ['unknown', '1 heat only, fastest first'],
      ['unknown', '7 Woodcock, Lena B 9 LAKE-NV 16:26.94'],
      ['unknown', '7 Woodcock, Lena B 9 LAKE-NV 16:26,94'],
      ['unknown', '8 Rockrose, Flora 9 FORK-AZ NT'],
    ),
  ).toEqual(['event_header', 'note', 'unknown', 'unknown', 'unknown']);
});

describe('a row between an event and its heats', () => {
  const record: SheetLine = {
    ...{ role: 'record', page: 1, box: [0, 0, 100, 8] },
    line: 'Pool Record: 2:02.40 7/5/2026 Ada Teal',
  };
  const below = (...lines: string[]) => [record, ...lines.map((line) => ({ ...record, line }))];

  it('may name who holds the record above it', () => {
    expect(preambleRole('H Teal, R Dove, A Vetch, E Lark', [record])).toBe('record');
    expect(preambleRole('GULL-CA', below('H Teal, R Dove'))).toBe('record');
  });

  it.each([
    '6 Lark, Elly W12 HBR-CA',
    '13 Wren Heronsby SR PINE-CA',
    '1) Lark, Elly 12 2) Teal, Ada 9',
  ])('is somebody’s race if it reads "%s"', (text) => {
    expect(preambleRole(text, [record])).toBe('unknown');
    expect(rolesOf(['event_header', 'Event 5'], ['unknown', text])[1]).toBe('unknown');
  });

  it('is a relay’s if a rank stands in front of its team', () => {
    expect(preambleRole('1 HBR-CA A', [record])).toBe('unknown');
  });

  it('does not go on with the record for ever', () => {
    const names = ['Teal, Ada', 'Dove, Bo', 'Vetch, Cy', 'Lark, Di', 'Wren, Ed'];
    expect(preambleRole('GULL-CA', below(...names))).toBeNull();
  });
});
