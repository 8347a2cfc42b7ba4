import { expect, it } from 'vitest';
import { scoreSessions } from './sessions.ts';
import type { TruthSession } from './truth.ts';

const row = (event: string, start: string, changes = {}) => ({
  event,
  name: 'Girls 50 Free',
  round: 'Finals',
  entries: 9,
  heats: 2,
  start,
  ...changes,
});

const session = (
  rows: TruthSession['rows'],
  changes: Partial<TruthSession> = {},
): TruthSession => ({
  number: 1,
  title: 'FRIDAY',
  date: '2027-06-11',
  day: 1,
  start: '09:00',
  intervalSeconds: 30,
  backInterval: 15,
  rows,
  finish: '11:00',
  ...changes,
});

const HEAD = 7;
const ROW = 4;

it('is exact where everything is', () => {
  const same = [session([row('1', '09:00'), { break: 'Break: 30 Minutes' }])];
  expect(scoreSessions(same, same)).toEqual({
    rows: { truth: 1, read: 1, matched: 1 },
    fields: { right: HEAD + ROW, of: HEAD + ROW },
  });
});

it('tells the rows of a flighted event apart by their starts', () => {
  const truth = [session([row('1', '09:00', { heats: 8 }), row('1', '13:08', { heats: 7 })])];
  const read = [session([row('1', '13:08', { heats: 7 }), row('1', '09:00', { heats: 8 })])];
  expect(scoreSessions(truth, read).fields).toEqual({ right: HEAD + 2 * ROW, of: HEAD + 2 * ROW });
});

it('counts a missing row and a wrong finish', () => {
  const truth = [session([row('1', '09:00'), row('2', '09:20')])];
  const read = [session([row('1', '09:00')], { finish: '11:05' })];
  expect(scoreSessions(truth, read)).toEqual({
    rows: { truth: 2, read: 1, matched: 1 },
    fields: { right: HEAD + ROW - 1, of: HEAD + ROW },
  });
});

it('leaves out what is a picture in the PDF', () => {
  const truth = [session([row('1', '09:00')], { readFromPicture: true })];
  expect(scoreSessions(truth, []).fields).toEqual({ right: 0, of: 0 });
});
