/** What hosts add to their sheets, by chance: a few of the oddities that `oddLooks` and `oddEvents` draw. */
import { withDiving, withExtraSwims } from './oddEvents.ts';
import type { OddLook } from './oddLooks.ts';
import { HEADER_TEAMS, withTeams } from './oddTeams.ts';
import type { DrawOptions } from './look.ts';
import type { Random } from './random.ts';
import { withSharedLanes } from './sharedLanes.ts';
import type { Meet } from './types.ts';

const BETWEEN = [
  '10 MINUTE BREAK',
  'Victory Ceremony Events 3, 4 and 5',
  'Coaches meeting at 12:15',
  'Lunch (approx. 12.30)',
  'Event 5 will follow a break',
  'Parents, please stay off the deck',
  'Heat sheets $5.00 at the door',
  '*** Flight 2 ***',
];
const HEAT_WORDS = ['(Fast Heat)', '', '(Odd Lanes)'];
const ROW_MARKS = ['SCR', 'DQ', 'DFS', 'NS', 'No Show'];

/** What stands at the right end of rows: there is room for one. */
const rightEnds = (random: Random): DrawOptions =>
  random.pick<DrawOptions>([
    { rowMarks: ROW_MARKS },
    { secondTimes: { header: 'Prelims', filled: true } },
    { secondTimes: { header: 'Finals Time', filled: false } },
    {},
  ]);

const lanes = (random: Random): OddLook => ({
  ...(random.chance(0.3) && { emptyLanes: random.pick(['none', '---', 'Empty'] as const) }),
  ...(random.chance(0.1) && { laneForm: random.pick(['L4', '4.'] as const) }),
  bySeed: random.chance(0.1),
});

/** How a host's sheet looks besides what its templates make of it. */
export const hostLooks = (random: Random): DrawOptions => ({
  ...(random.chance(0.2) && { heatWords: HEAT_WORDS }),
  ...(random.chance(0.3) && { between: BETWEEN }),
  ...(random.chance(0.2) && rightEnds(random)),
  ...(random.chance(0.2) && {
    events: random.pick(['number', 'hash', 'colon', 'short'] as const),
  }),
  ...(random.chance(0.1) && { sheet: random.pick(['A4', 'landscape'] as const) }),
  ...lanes(random),
  laneLetters: random.pick<boolean | 'blank' | 'apart'>([false, true, 'blank', 'apart']),
  wrapInHeats: random.chance(0.1),
  sponsors: random.chance(0.1),
  columnsAbove: random.chance(0.1),
});

const extra = { first: 901, word: 'Swim-off', inName: false };

const withFurther = (random: Random, meet: Meet): Meet => {
  const further = random.pick(['', 'diving', 'diving', 'trials', 'offs']);
  // Their numbers would come again in the next session.
  if (meet.sessions.length > 1) return meet;
  if (further === 'diving')
    return withDiving(meet, '1 mtr Diving', random.pick(['heats', 'ranked', 'bare']));
  if (further === 'trials') return withExtraSwims(meet, { ...extra, prefix: 'TT', first: 1 });
  return further === 'offs' ? withExtraSwims(meet, extra) : meet;
};

/**
 * The meet as a host holds it; `plain` if none of its events is flighted or swum together with another, `seeds` if its sheet prints
 * them: else a mark may stand too near to a long team.
 */
export const hostMeet = (
  random: Random,
  meet: Meet,
  { plain, seeds }: { plain: boolean; seeds: boolean },
): Meet => {
  const further = plain ? withFurther(random, meet) : meet;
  const shared = plain && random.chance(0.2) ? withSharedLanes(further) : further;
  return seeds && random.chance(0.15) ? withTeams(shared, HEADER_TEAMS) : shared;
};
