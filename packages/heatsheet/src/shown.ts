/** Sheets printed smaller or larger, or sideways, are read as if they were not; then every box is put where it is shown. */
import { bodySize } from './layouts/common/pages.ts';
import type { TextPage } from './layouts/layout.ts';
import { asDisplayed } from './pdf/turn.ts';
import { toRows } from './text/rows.ts';
import type { Box, Entry, HeatSheet, Place } from './types.ts';

/** Body text of all software we know is of such sizes, in points; what is read at another is read at the usual one. */
const SMALLEST = 6;
const LARGEST = 10.5;
const USUAL = 7.2;
const STEPS = 0.1;
/** Paper this broad, in points, holds a Letter page that was enlarged, if its text is not too small for that. */
const BROAD = 680;
const LETTER = 612;

const scaleFor = (pages: TextPage[]): number => {
  const size = bodySize(pages, STEPS);
  const [first] = pages;
  const side = Math.min(first?.width ?? 0, first?.height ?? 0);
  const shrunk = side > BROAD ? LETTER / side : 1;
  if (shrunk < 1 && size * shrunk >= SMALLEST) return shrunk;
  return size > 0 && (size < SMALLEST || size > LARGEST) ? USUAL / size : 1;
};

const scaled = (page: TextPage, scale: number): TextPage => {
  const runs = page.runs.map(({ text, x, y, right, size }) => ({
    text,
    ...{ x: x * scale, y: y * scale, right: right * scale, size: size * scale },
  }));
  const [width, height] = [page.width * scale, page.height * scale];
  return { ...page, width, height, runs, rows: toRows(runs) };
};

/** The pages as if their text were of a usual size, and by how much they are larger than they are. */
export const atUsualSize = (pages: TextPage[]): { text: TextPage[]; scale: number } => {
  const scale = scaleFor(pages);
  return { scale, text: scale === 1 ? pages : pages.map((page) => scaled(page, scale)) };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const shownBox = ([left, top, right, bottom]: Box, page: TextPage, scale: number): Box => {
  const turn = page.turn ?? 0;
  const [one, other] = [
    { x: left, y: top },
    { x: right, y: bottom },
  ].map((place) => asDisplayed(turn, page, place));
  const edges = [one?.x, one?.y, other?.x, other?.y].map((value) => rounded((value ?? 0) / scale));
  const [x = 0, y = 0, toX = 0, toY = 0] = edges;
  return [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)];
};

/** A sheet read from `text` with its boxes where the pages show them. */
export const asShown = (sheet: HeatSheet, text: TextPage[], scale: number): HeatSheet => {
  if (scale === 1 && text.every(({ turn }) => !turn)) return sheet;
  const pages = new Map(text.map((page) => [page.page, page]));
  const shown = <T extends Place>(place: T): T => {
    const page = pages.get(place.page);
    return page ? { ...place, box: shownBox(place.box, page, scale) } : place;
  };
  const entry = ({ relay, ...one }: Entry): Entry => ({
    ...shown(one as Entry),
    relay: relay && { ...relay, legs: relay.legs.map(shown) },
  });
  const events = sheet.events.map((event) => ({
    ...event,
    heats: event.heats.map((heat) => ({ ...heat, entries: heat.entries.map(entry) })),
  }));
  return { ...sheet, lines: sheet.lines.map(shown), events };
};
