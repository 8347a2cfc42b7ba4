import { expect, it } from 'vitest';
import { resultsCalendar } from './resultsCalendar.ts';
import type { ResultsResponse, SwimEvent } from './types.ts';

const race = (id: string, lane: number, conflictsWith: string | null) =>
  ({
    ...{ id, eventNumber: '14', eventName: 'Girls 100 Free', round: null, heatNumber: 2, lane },
    ...{ heatCount: null, rank: null, swimmer: 0, swimmerName: 'Ada', personKey: 'ada' },
    ...{ seedTime: null, heatStartTime: null, sessionName: null, sessionDate: '2027-06-11' },
    ...{ relay: null, note: null, page: 3, duplicateOf: null, conflictsWith },
  }) as SwimEvent;

const results = {
  swimmers: ['Ada'],
  sources: [
    { filename: 'old.pdf', events: [race('a', 4, 'c'), race('b', 1, null)] },
    { filename: 'new.pdf', events: [race('c', 7, 'a')] },
  ],
} as ResultsResponse;

it('says of a race, in each of its versions, what the other sheet says; also where one was left out', () => {
  const options = { personUid: () => 'x', changed: null };
  const textOf = (races?: string[]) =>
    resultsCalendar(results, { races }, options).text.replaceAll('\r\n ', '');
  const said = (text: string) => [
    ...text.matchAll(/(?:old|new)\.pdf\\, page 3\\, says heat 2\\, lane \d/g),
  ];
  expect(said(textOf()).map(String)).toEqual([
    String.raw`new.pdf\, page 3\, says heat 2\, lane 7`,
    String.raw`old.pdf\, page 3\, says heat 2\, lane 4`,
  ]);
  expect(said(textOf(['b', 'c'])).map(String)).toEqual([
    String.raw`old.pdf\, page 3\, says heat 2\, lane 4`,
  ]);
});
