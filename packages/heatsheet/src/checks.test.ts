import { describe, expect, it } from 'vitest';
import { checkReading } from './checks.ts';
import type { Reading } from './layouts/layout.ts';
import type { CheckName, Entry, Heat, LineRole, SheetEvent, SheetLine } from './types.ts';

const entry = (more: Partial<Entry>): Entry => ({
  lane: null,
  rank: null,
  name: 'Teal, Ada',
  age: '14',
  year: null,
  team: 'NEP-AZ',
  seed: 'NT',
  seedFlags: [],
  relay: null,
  note: null,
  page: 1,
  box: [0, 0, 10, 10],
  line: '4 Teal, Ada 14 NEP-AZ NT',
  ...more,
});

const heatOf = (number: number | null, of: number | null, entries: Partial<Entry>[]): Heat => ({
  number,
  of,
  round: 'Finals',
  start: null,
  page: 1,
  entries: entries.map((more, index) =>
    entry({ line: `${index + 1} Teal, Ada 14 NEP-AZ NT`, ...more }),
  ),
});

const eventOf = (...heats: Heat[]): SheetEvent => ({
  number: '7',
  name: 'Girls 50 Free',
  session: null,
  gender: 'female',
  ages: null,
  distance: 50,
  stroke: 'freestyle',
  course: null,
  relay: false,
  round: 'Finals',
  page: 1,
  heats,
});

const lineOf = (line: string, role: LineRole): SheetLine => {
  return { line, role, page: 1, box: [0, 0, 10, 10] };
};

const verdictOf = (events: SheetEvent[], lines: SheetLine[] = []) => {
  const reading: Reading = {
    kind: 'heat_sheet',
    software: 'hytek',
    meetName: null,
    meetStart: null,
    meetEnd: null,
    venue: null,
    course: null,
    sessions: [],
    events,
    lines,
  };
  return checkReading(reading);
};

const failed = (verdict: ReturnType<typeof verdictOf>): CheckName[] =>
  verdict.checks.filter((check) => !check.ok).map((check) => check.name);

describe('a sheet is trusted', () => {
  it('if all adds up: heats of a flighted event, lanes, a tie in a ranked list', () => {
    const verdict = verdictOf([
      eventOf(heatOf(1, 2, [{ lane: 3 }, { lane: 4 }]), heatOf(2, null, [{ lane: 3 }])),
      eventOf(heatOf(null, null, [{ rank: 1 }, { rank: 2 }, { rank: 2 }, { rank: 4 }])),
    ]);
    expect(failed(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ confident: true, coverage: 1, warnings: [] });
  });

  it('if only the words behind its heats differ', () => {
    const rounds = ['Finals - Course A', 'Finals', 'Finals - Course A'];
    const heats = rounds.map((round, i) => ({ ...heatOf(i + 1, 3, [{ lane: 1 }]), round }));
    expect(verdictOf([eventOf(...heats)]).confident).toBe(true);
    expect(verdictOf([eventOf(...heats.slice(1))]).confident).toBe(false);
  });

  it('if two share one lane of an event whose heats are all there', () => {
    const lanes = [{ lane: 3 }, { lane: 4 }, { lane: 4 }];
    expect(verdictOf([eventOf(heatOf(1, 1, lanes))]).confident).toBe(true);
    expect(verdictOf([eventOf(heatOf(1, 2, lanes))]).confident).toBe(false);
  });

  it('with alternates, who count from lane 1 again', () => {
    const heat = heatOf(1, 1, [{ lane: 1 }, { lane: 1, note: 'alternate' }]);
    expect(verdictOf([eventOf(heat)]).confident).toBe(true);
  });
});

describe('a sheet is not trusted', () => {
  it.each<[string, CheckName, SheetEvent]>([
    ['a heat is missing', 'heats_of', eventOf(heatOf(1, 3, [{ lane: 1 }]), heatOf(3, 3, []))],
    [
      'half of its prelims and half of its finals are missing',
      'heats_of',
      eventOf({ ...heatOf(1, 2, [{ lane: 1 }]), round: 'Prelims' }, heatOf(2, 2, [{ lane: 1 }])),
    ],
    [
      'its heats are those of two events',
      'heats_of',
      eventOf(heatOf(1, 1, [{ lane: 1 }]), heatOf(2, 2, [{ lane: 1 }])),
    ],
    ['a lane stands twice', 'lanes_once', eventOf(heatOf(1, null, [{ lane: 4 }, { lane: 4 }]))],
    [
      'the header between two heats is missing',
      'lanes_once',
      eventOf(heatOf(1, 1, [{ lane: 4 }, { lane: 5 }, { lane: 4 }, { lane: 5 }])),
    ],
    [
      'a row stands twice',
      'lanes_once',
      eventOf(
        heatOf(1, 1, [
          { lane: 4, line: '4 Teal, Ada' },
          { lane: 4, line: '4 Teal, Ada' },
        ]),
      ),
    ],
    ['a rank is missing', 'ranks_run_on', eventOf(heatOf(null, null, [{ rank: 1 }, { rank: 3 }]))],
  ])('if %s', (_, name, event) => {
    const verdict = verdictOf([event]);
    expect(failed(verdict)).toEqual([name]);
    expect(verdict.confident).toBe(false);
    expect(verdict.warnings[0]?.text).toContain('Event 7');
  });

  it('if somebody has two lanes', () => {
    const lanes = [{ lane: 2 }, { lane: 3, line: '3 & 4 Teal, Ada 14 NEP-AZ NT' }];
    expect(failed(verdictOf([eventOf(heatOf(1, 1, lanes))]))).toEqual(['lanes_once']);
  });

  it('if a page is missing', () => {
    const pages = [1, 2, 4].map((page) => lineOf(`MEET MANAGER 8.0 Page ${page}`, 'page_header'));
    const verdict = verdictOf([eventOf(heatOf(1, 1, [{ lane: 1 }]))], pages);
    expect(failed(verdict)).toEqual(['pages_run_on']);
    expect(verdict.confident).toBe(false);
  });

  it('if too many rows were not understood', () => {
    const lines = [lineOf('? ? ?', 'unknown')];
    const verdict = verdictOf(
      [eventOf(heatOf(1, 1, [{ lane: 1 }, { lane: 2 }, { lane: 3 }]))],
      lines,
    );
    expect(verdict).toMatchObject({ coverage: 0.75, confident: false });
  });

  it('if it has no text at all', () => {
    expect(verdictOf([])).toMatchObject({ coverage: 0, confident: false });
  });
});
