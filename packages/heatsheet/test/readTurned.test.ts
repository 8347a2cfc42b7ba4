/** Sheets printed sideways, on their head, smaller or larger are read as if they were not, and their boxes are where they show. */
import {
  drawHeatSheet,
  drawPsychSheet,
  makeMeet,
  type DrawOptions,
  type Drawn,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';
import { comparable } from './reports.ts';
import type { Box, HeatSheet } from '../src/types.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

type Paper = NonNullable<DrawOptions['paper']>;
const PAPERS: [string, Paper][] = [
  ['turned by a quarter', { rotate: 90 }],
  ['turned by a half', { rotate: 180 }],
  ['turned by three quarters', { rotate: 270 }],
  ['laid downwards', { laid: 1 }],
  ['laid on its head', { laid: 2 }],
  ['laid upwards', { laid: 3 }],
  ['laid upwards and turned upright', { laid: 3, rotate: 90 }],
  ['half as large', { zoom: 0.5 }],
  ['smaller by a fifth', { zoom: 0.8 }],
  ['as large as A3', { zoom: 1.41 }],
  ['twice as large', { zoom: 2 }],
  ['smaller and laid downwards', { laid: 1, zoom: 0.64 }],
];

const boxesOf = ({ events, lines }: HeatSheet): Box[] => [
  ...events.flatMap(({ heats }) => heats.flatMap(({ entries }) => entries.map(({ box }) => box))),
  ...lines.map(({ box }) => box),
];

const LETTER = { width: 612, height: 792 };

/** Where a box of the upright sheet is shown on such paper. */
const shownOn = ([left, top, right, bottom]: Box, { zoom = 1, laid, rotate }: Paper): Box => {
  const turn = ((laid ?? 0) + (rotate ?? 0) / 90) % 4;
  const { width, height } = LETTER;
  const boxes: Box[] = [
    [left, top, right, bottom],
    [height - bottom, left, height - top, right],
    [width - right, height - bottom, width - left, height - top],
    [top, width - right, bottom, width - left],
  ];
  const [x = 0, y = 0, toX = 0, toY = 0] = boxes[turn] ?? [];
  return [x * zoom, y * zoom, toX * zoom, toY * zoom];
};

/** Boxes are rounded on their way, in points of the sheet as it was read. */
const NEAR = 0.6;

const expectSame = async ({ pdf, truth }: Drawn, upright: HeatSheet, paper: Paper) => {
  const sheet = await reader.read(pdf);
  expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
  expect(sheet).toMatchObject({ kind: truth.kind, confident: true, coverage: 1 });
  const boxes = boxesOf(sheet);
  for (const [index, box] of boxesOf(upright).entries())
    for (const [edge, value] of shownOn(box, paper).entries())
      expect(Math.abs(value - (boxes[index]?.[edge] ?? 0))).toBeLessThan(
        NEAR * (paper.zoom ?? 1) + NEAR,
      );
};

describe.each(PAPERS)('a sheet %s', (_, paper) => {
  it.each([1, 2, 3] as const)('of %i columns', async (columns) => {
    const meet = makeMeet({ seed: columns, eventsPerSession: 6, swimmers: 80 });
    for (const draw of [
      drawPsychSheet,
      (...[of, options]: Parameters<typeof drawPsychSheet>) => drawHeatSheet(of, 'all', options),
    ]) {
      const upright = await reader.read((await draw(meet, { columns })).pdf);
      await expectSame(await draw(meet, { columns, paper }), upright, paper);
    }
  });
});
