import { expect, it } from 'vitest';
import { everybodyIn, isWrongDocument, sessionTitles, type Reading } from './reading.ts';

const reading = (change: Partial<Reading>): Reading => ({
  kind: 'heat_sheet',
  meetName: null,
  pages: 1,
  sessions: [],
  people: [],
  ...change,
});
const ada = { key: 'fairwater,ada@hbr', name: 'Fairwater, Ada', age: '12', team: 'HBR' };

it('knows documents without heats to come', () => {
  const kinds = (['heat_sheet', 'session_report', 'psych_sheet', 'results', 'other'] as const).map(
    (kind) => isWrongDocument(reading({ kind })),
  );
  expect(kinds).toEqual([false, false, true, true, true]);
});

it('names each session once, in calm words', () => {
  const sessions = ['FRIDAY PRELIMS', null, 'FRIDAY PRELIMS'].map((title) => ({
    title,
    date: null,
  }));
  expect(sessionTitles(reading({ sessions }))).toEqual(['Friday prelims']);
});

it('counts somebody who is in two sheets once', () => {
  expect(everybodyIn([reading({ people: [ada] }), reading({ people: [ada] })])).toEqual([ada]);
});
