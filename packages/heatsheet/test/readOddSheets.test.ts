/** Two hundred invented meets, each with another draw of Meet Manager's oddities and of what hosts add, are read exactly. */
import { drawOddSheet } from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport, type SheetReport } from '../src/report.ts';
import { comparable, placeOf } from './reports.ts';

const MEETS = 200;
const AT_ONCE = 20;

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const rounds = ({ entries }: SheetReport) =>
  new Map(entries.map((entry) => [placeOf(entry), entry.round]));

const byNumber = ({ events }: SheetReport) =>
  events.toSorted((a, b) => Number(a.event) - Number(b.event));

const readOne = async (seed: number) => {
  const { pdf, truth } = await drawOddSheet(seed);
  const sheet = await reader.read(pdf);
  const report = toReport(sheet, truth.file);
  expect(comparable(report.entries), `meet ${seed}`).toEqual(comparable(truth.entries));
  expect(byNumber(report), `meet ${seed}`).toEqual(byNumber(truth));
  const read = rounds(report);
  for (const [where, round] of rounds(truth)) if (round) expect(read.get(where)).toBe(round);
  const { kind, meetName, meetStart, meetEnd } = truth;
  expect(report, `meet ${seed}`).toMatchObject({ kind, meetName, meetStart, meetEnd });
  expect(sheet, `meet ${seed}`).toMatchObject({ confident: true, coverage: 1 });
  expect(sheet.warnings.filter(({ reason }) => reason !== 'date_unclear')).toEqual([]);
};

describe('meets of every kind', () => {
  it.each(Array.from({ length: MEETS / AT_ONCE }, (_, index) => index * AT_ONCE))(
    'from seed %i on',
    { timeout: 120_000 },
    async (first) => {
      for (let seed = first; seed < first + AT_ONCE; seed++) await readOne(seed);
    },
  );
});
