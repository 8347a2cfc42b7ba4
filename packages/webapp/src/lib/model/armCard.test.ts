import { expect, it } from 'vitest';
import { armCards, legStroke } from './armCard.ts';
import { event, results, source } from './invented.ts';
import { racesOf } from './results.ts';

const day = (sessionDate: string | null) => ({ sessionDate });
const relay = { letter: 'B', leg: 3, swimmers: [] };

it('is one card for each child and day, the undated last', () => {
  const races = racesOf(
    results(
      source(1, {
        events: [
          event({ id: 'a', ...day(null) }),
          event({ id: 'b', ...day('2026-06-13') }),
          event({ id: 'c', ...day('2026-06-12'), swimmer: 1 }),
          event({ id: 'd', ...day('2026-06-12') }),
          event({ id: 'e', ...day('2026-06-12'), note: 'withdrawn' }),
        ],
      }),
    ),
    new Set(),
  );
  expect(
    armCards(races).map(({ swimmer, date, rows }) => [swimmer, date, rows.map(({ id }) => id)]),
  ).toEqual([
    [0, '2026-06-12', ['d']],
    [1, '2026-06-12', ['c']],
    [0, '2026-06-13', ['b']],
    [0, null, ['a']],
  ]);
});

it('says event, heat, lane and stroke; a relay also the leg', () => {
  const races = racesOf(
    results(
      source(1, {
        events: [
          event({ id: 'a', eventNumber: '14', heatNumber: 3, lane: 5 }),
          event({ id: 'b', eventName: 'Girls 200 Yard Medley Relay', relay }),
          event({ id: 'c', eventName: 'Girls 200 Yard Freestyle Relay', relay }),
          event({ id: 'd', heatNumber: null, lane: null }),
        ],
      }),
    ),
    new Set(),
  );
  expect(armCards(races)[0]?.rows).toMatchObject([
    { event: '14', heat: '3', lane: '5', stroke: '100 Free' },
    { stroke: '200 Medley Relay, leg 3 Fly' },
    { stroke: '200 Free Relay, leg 3' },
    { heat: '–', lane: '–' },
  ]);
});

it('marks a race about which sheets disagree', () => {
  const day = '2026-06-12';
  const races = racesOf(
    results(
      source(1, {
        events: [
          event({ id: 'a', sessionDate: day, lane: 4, conflictsWith: 'c' }),
          event({ id: 'b', sessionDate: '2026-06-13' }),
        ],
      }),
      source(2, { events: [event({ id: 'c', sessionDate: day, lane: 5, conflictsWith: 'a' })] }),
    ),
    new Set(),
  );
  expect(
    armCards(races).map(({ isDoubtful, rows }) => [isDoubtful, rows.map((row) => row.stroke)]),
  ).toEqual([
    [true, ['100 Free\u00a0*', '100 Free\u00a0*']],
    [false, ['100 Free']],
  ]);
});

it('knows the strokes of a medley relay, and no fifth leg', () => {
  const legs = [1, 2, 3, 4, 5].map((leg) => legStroke('Boys 400 Medley Relay', leg));
  expect(legs).toEqual(['Back', 'Breast', 'Fly', 'Free', null]);
});
