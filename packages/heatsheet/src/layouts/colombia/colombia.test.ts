import { expect, it } from 'vitest';
import { pageOf } from '../common/rowOf.ts';
import { colombia } from './colombia.ts';

const linesOf = (...lines: string[]) => [pageOf(lines.map((text) => [[40, text]]))];

const SHEET = linesOf(
  'LIGA DEL PUERTO',
  'Copa Faro - Infantiles',
  'Session: 1 2027-Mar-25 Warm Up: 16:45 Start Competition: 17:45',
  '67 (M) 11Y - 12Y - 13Y | M',
  '400m Libre/400m Free',
  'R1:03:47.84',
  'Heat # 1 ~ 17:45',
  '3 11M Ulf Otis Wigeon Teal ocea 7:02.39',
  '4 Iaf Ada Marlin mexv n.t.',
  '5',
  'Program generated from the Web Service',
);

it('is recognised by its session and heat lines', () => {
  expect(colombia.recognises(SHEET)).toBe(true);
  expect(colombia.recognises(linesOf('Session: 1 Thursday', 'Heat # 1'))).toBe(false);
});

it('reads lanes, groups, clubs and the printed time of a heat', () => {
  const { events, sessions, lines, meetName } = colombia.read(SHEET);
  expect(meetName).toBe('Copa Faro - Infantiles');
  expect(sessions).toMatchObject([{ date: '2027-03-25', start: '17:45' }]);
  expect(events).toMatchObject([
    {
      number: '67',
      gender: 'male',
      distance: 400,
      stroke: 'freestyle',
      heats: [
        {
          number: 1,
          start: '17:45',
          entries: [
            { lane: 3, name: 'Ulf Otis Wigeon Teal', age: '11', team: 'ocea', seed: '7:02.39' },
            { lane: 4, name: 'Ada Marlin', age: null, team: 'mexv', seed: 'NT' },
          ],
        },
      ],
    },
  ]);
  expect(lines.filter((line) => line.role === 'unknown')).toEqual([]);
});

it('leaves a row that it does not understand to the reader', () => {
  const { lines } = colombia.read(linesOf('Session: 1 2027-Mar-25', 'Heat # 1', '3 Ulf Wigeon'));
  expect(lines.filter((line) => line.role === 'unknown')).toHaveLength(2);
});
