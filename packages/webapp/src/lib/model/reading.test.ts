import { expect, it } from 'vitest';
import {
  everybodyIn,
  isAllKnown,
  isWrongDocument,
  sessionTitles,
  type Reading,
} from './reading.ts';

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

it('knows who is missing only where every sheet was read here and holds text', () => {
  const read = { state: 'read' as const, reading: reading({}) };
  const scan = { state: 'read' as const, reading: reading({ kind: 'other' }) };
  const fromWeb = undefined;
  const others = [
    scan,
    fromWeb,
    { state: 'unread' } as const,
    { state: 'reading', page: 1, pages: 2 } as const,
  ];
  expect(isAllKnown([read, read])).toBe(true);
  expect(others.map((one) => isAllKnown([read, one]))).toEqual([false, false, false, false]);
});
