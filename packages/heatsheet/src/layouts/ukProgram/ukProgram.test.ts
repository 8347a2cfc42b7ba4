import { expect, it } from 'vitest';
import { pageOf, type Literal } from '../common/rowOf.ts';
import { ukProgram } from './ukProgram.ts';

/** Left column and right column of one line. */
const both = (left: Literal[], right: Literal[]): Literal[] => [...left, ...right];
const entry = (x: number, heat: string | null, lane: string, team: string, last = 'HSA') =>
  [...(heat ? [[x, heat]] : []), [x + 22, lane], [x + 58, team], [x + 194, last]] as Literal[];

const SHEET = [
  pageOf([
    [
      [21, '21 November 2027 - Harbor Schools Relay Championships'],
      [504, 'Page: 1'],
    ],
    both(
      [[21, 'Event 1 - Boys Junior 200m Freestyle Relay']],
      entry(288, 'H2', 'L2(4)', 'Elm School B'),
    ),
    both(
      [[21, 'All entrants are competing']],
      [
        [310, 'L3(5)Oak Park'],
        [482, 'HSA'],
      ],
    ),
    entry(21, 'H1', 'L2(1)', 'Hazel School'),
    both(entry(21, null, 'L3(2)', 'Ballast School'), [
      [288, 'Event 21 - Boys Intermediate 200m Medley Relay FINAL'],
    ]),
    both(
      entry(21, null, 'L4(3)', 'Elm School A'),
      entry(288, 'H1', 'L3(1)', 'Yarrow School', 'HSA10:39.99'),
    ),
  ]),
];

it('is recognised by its lane codes', () => {
  expect(ukProgram.recognises(SHEET)).toBe(true);
  expect(ukProgram.recognises([pageOf([[[20, 'Event 1 - Fun relay']]])])).toBe(false);
});

it('reads both columns, one after the other', () => {
  const { events, meetName, meetStart, lines, doubts } = ukProgram.read(SHEET);
  expect([meetName, meetStart]).toEqual(['Harbor Schools Relay Championships', '2027-11-21']);
  expect(events.map(({ number, round, relay }) => [number, round, relay])).toEqual([
    ['1', null, true],
    ['21', 'FINAL', true],
  ]);
  const places = events.flatMap((event) =>
    event.heats.flatMap((heat) =>
      heat.entries.map(({ lane, team, seed }) => [heat.number, lane, team, seed]),
    ),
  );
  expect(places).toEqual([
    [1, 2, 'Hazel School', null],
    [1, 3, 'Ballast School', null],
    [1, 4, 'Elm School A', null],
    [2, 2, 'Elm School B', null],
    [2, 3, 'Oak Park', null],
    [1, 3, 'Yarrow School', '10:39.99'],
  ]);
  expect(lines.filter((line) => line.role === 'unknown')).toEqual([]);
  expect(doubts).toEqual([]);
});

it('misses a place of the seeding', () => {
  const cut = SHEET.map((page) => ({ ...page, runs: page.runs.filter((run) => run.y !== 82) }));
  expect(ukProgram.read(cut).doubts).toMatchObject([
    { reason: 'entries_total', text: 'Event 1: 2 of 5 entries found.' },
  ]);
});

const doubtsWithout = (gone: (run: { x: number; y: number; text: string }) => boolean) =>
  ukProgram
    .read(SHEET.map((page) => ({ ...page, runs: page.runs.filter((run) => !gone(run)) })))
    .doubts?.map(({ text }) => text);

it('misses the last place of the seeding where its lane stood between two others', () => {
  const [, , third, fourth] = SHEET[0]?.rows ?? [];
  const runs = (page: (typeof SHEET)[number]) =>
    page.runs.map((run) => {
      if (run.x < 300 || run.y !== third?.y) return run;
      return { ...run, text: run.text.replace('L3(5)', 'L4(5)'), y: fourth?.y ?? 0 };
    });
  const cut = SHEET.map((page) => ({ ...page, runs: runs(page) }));
  expect(ukProgram.read(cut).doubts).toMatchObject([
    { reason: 'lanes_once', text: 'Event 1, heat 2: only lanes 2 4 stand there.' },
  ]);
});

it('does not take an association for a name', () => {
  expect(doubtsWithout(({ text }) => text === 'Hazel School')).toEqual([
    'A cell is missing: H1 L2(1) HSA',
  ]);
});
