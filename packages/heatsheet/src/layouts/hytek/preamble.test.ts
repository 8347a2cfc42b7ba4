import { expect, it } from 'vitest';
import type { LineRole } from '../../types.ts';
import { explainPreamble } from './preamble.ts';
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
