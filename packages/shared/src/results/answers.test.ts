import { expect, it } from 'vitest';
import { applyAnswers, mergeAnswers } from './answers.ts';

const race = (personKey: string, sessionKey: string | null = '1.1') => ({
  ...{ id: `1-1-${personKey}`, personKey, sessionKey, sessionDate: null, sessionName: null },
  ...{ eventNumber: '1', eventName: 'Girls 50 Free', round: null, heatNumber: 1, heatCount: 2 },
  ...{
    lane: 4,
    rank: null,
    swimmer: 0,
    swimmerName: 'Moorhen, Ada',
    age: '10',
    team: 'POND',
    seedTime: null,
  },
  ...{ heatStartTime: null, timeSource: null, relay: null, note: null, page: 1, line: '' },
  ...{ box: [0, 0, 1, 1] as [number, number, number, number] },
  ...{ duplicateOf: null, conflictsWith: null },
});
const none = { people: [], sessions: [], timeZone: null };
const found = (...peopleByName: { name: string; keys: string[] }[]) => [
  { found: { peopleByName } },
];

it('keeps what is not spoken of and drops what is taken back', () => {
  const first = mergeAnswers(null, {
    person: 'a',
    sessions: [{ key: '1.1', date: '2026-11-07', startTime: '08:00' }],
  });
  expect(first).toEqual({
    people: ['a'],
    sessions: [{ key: '1.1', date: '2026-11-07', startTime: '08:00' }],
    timeZone: null,
  });
  const second = mergeAnswers(first, { sessions: [{ key: '1.1', date: null }], timeZone: 'UTC' });
  expect(second).toEqual({
    people: ['a'],
    sessions: [{ key: '1.1', startTime: '08:00' }],
    timeZone: 'UTC',
  });
  const third = mergeAnswers(second, { person: null, sessions: [{ key: '1.1', startTime: null }] });
  expect(third).toEqual({ people: [], sessions: [], timeZone: 'UTC' });
});

it('gives and takes back the choices of several people at once', () => {
  const before = { ...none, people: ['a1', 'b1'] };
  const back = [
    { key: 'a1', isMeant: false },
    { key: 'a2', isMeant: false },
  ];
  expect(mergeAnswers(before, { people: back }).people).toEqual(['b1']);
  const given = { person: 'c1', people: [{ key: 'b1', isMeant: true }] };
  expect(mergeAnswers(before, given).people).toEqual(['a1', 'c1', 'b1']);
  expect(mergeAnswers(before, { ...given, person: null }).people).toEqual(['b1']);
});

it('shows only the person meant, and leaves the other swimmers alone', () => {
  const sources = found({ name: 'Ada', keys: ['a1', 'a2'] }, { name: 'Bram', keys: ['b1', 'b2'] });
  const races = ['a1', 'a2', 'b1', 'b2'].map((key) => race(key));
  const shown = (people: string[]) =>
    applyAnswers({ ...none, people }, sources)
      .races(races, 1)
      .map(({ personKey }) => personKey);
  expect(shown([])).toEqual(['a1', 'a2', 'b1', 'b2']);
  expect(shown(['a2'])).toEqual(['a2', 'b1', 'b2']);
  expect(shown(['a2', 'b1', 'a1'])).toEqual(['a1', 'b1']);
});

it('knows a namesake that only another sheet has', () => {
  const sources = [
    ...found({ name: 'Ada', keys: ['a1'] }),
    ...found({ name: 'Ada', keys: ['a2'] }),
  ];
  const { races } = applyAnswers({ ...none, people: ['a1'] }, sources);
  expect(races([race('a2')], 2)).toEqual([]);
});

it('dates a sheet that names no session too', () => {
  const sessions = [{ key: '3.0', date: '2026-11-08' }];
  const { races } = applyAnswers({ ...none, sessions }, []);
  expect(races([race('a', null)], 3)).toMatchObject([
    { sessionKey: '3.0', sessionDate: '2026-11-08' },
  ]);
  expect(races([race('a', '3.1')], 3)).toMatchObject([{ sessionKey: '3.1', sessionDate: null }]);
});
