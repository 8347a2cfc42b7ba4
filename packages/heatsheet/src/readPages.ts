/** The chain: glyphs with coordinates in, a checked sheet out. It never throws. */
import { cellDoubts } from './cellDoubts.ts';
import { checkReading } from './checks.ts';
import { dateDoubts } from './dateDoubts.ts';
import { dealPages, strangers, withBound } from './layouts/boundPages.ts';
import { colombia } from './layouts/colombia/colombia.ts';
import { easyWk } from './layouts/easywk/easywk.ts';
import { hytekHeatSheet } from './layouts/hytek/heatSheet.ts';
import type { Layout, TextPage } from './layouts/layout.ts';
import { readOtherKind } from './layouts/otherKinds.ts';
import { sessionReport } from './layouts/sessionReport/sessionReport.ts';
import { splash } from './layouts/splash/splash.ts';
import { ukProgram } from './layouts/ukProgram/ukProgram.ts';
import { asShown, atUsualSize } from './shown.ts';
import { toRows } from './text/rows.ts';
import { toRuns } from './text/runs.ts';
import type { GlyphPage, HeatSheet } from './types.ts';

/** Rises whenever the same PDF may be read differently; stored sheets of an older version are read again. */
export const READER_VERSION = 34;

const LAYOUTS: Layout[] = [
  easyWk,
  splash,
  ukProgram,
  colombia,
  hytekHeatSheet, // after Splash, which is a "Meet Manager" too
  sessionReport,
];

/** A page's glyphs → its text with coordinates, in rows. */
export const toTextPage = (page: GlyphPage): TextPage => {
  const runs = toRuns(page);
  const { glyphs: _, ...rest } = page;
  return { ...rest, runs, rows: toRows(runs) };
};

/** Reads a whole document's text. What was not understood stands in `lines`, `warnings` and `coverage`. */
export const readText = (pages: TextPage[]): HeatSheet => {
  const { text, scale } = atUsualSize(pages);
  const bound = dealPages(text);
  const layout = LAYOUTS.find((candidate) => candidate.recognises(bound.sheet));
  const { doubts = [], ...reading } = layout
    ? withBound(layout.read(bound.sheet), bound)
    : readOtherKind(text);
  const others = layout && layout !== hytekHeatSheet ? strangers(text) : [];
  const sheet = {
    readerVersion: READER_VERSION,
    pages: text.length,
    ...reading,
    ...checkReading(reading, [
      ...doubts,
      ...others,
      ...cellDoubts(reading),
      ...dateDoubts(reading),
    ]),
  };
  return asShown(sheet, text, scale);
};

/** The same from glyphs, all pages at once. */
export const readPages = (pages: GlyphPage[]): HeatSheet => readText(pages.map(toTextPage));
