/**
 * Text that PDFium keeps to itself. It takes a text object for a shadow of an identical one among the five before it if the two
 * overlap, and leaves it out: the same time, team or name in the next row of a tightly set sheet. Such objects are moved apart,
 * so that they overlap nothing, read once more, and put back.
 */
import type { Glyph } from '../types.ts';
import type { ToDisplay } from './display.ts';
import { floatsAt, type PdfEngine } from './engine.ts';

const TEXT = 1;
const FORM = 5;
/** PDFium skips what is narrower than this; blanks are. In the text's own units. */
const NO_WIDTH = 0.01;
/** More than PDFium looks back. */
const LANES = 8;
/** Farther than any page is high, in points. */
const FAR = 20_000;
/** Forms inside forms, at most. */
const MAX_DEPTH = 8;
/** A real shadow, or bold type painted twice, lies nearer than this, in sizes. */
const SHADOW = 0.3;

type Matrix = readonly [a: number, b: number, c: number, d: number];
const IDENTITY: Matrix = [1, 0, 0, 1];

/** How far an object was moved, in the page's own coordinates. */
export type Moved = Map<number, { x: number; y: number }>;

/** Which text object of a page is painted how manieth. */
export type PaintOrder = Map<number, number>;

/** The text objects that glyphs belong to, as they follow each other. */
export const objectsOf = (glyphs: Glyph[]): number[] => {
  const objects: number[] = [];
  let last = -1;
  for (const { object } of glyphs) {
    if (object !== last) objects.push(object);
    last = object;
  }
  return objects;
};

/** PDFium deals with the text objects of a line from left to right; where each letter is one, those of two cells that overlap are mixed. */
export const asPainted = (glyphs: Glyph[], order: PaintOrder): Glyph[] => {
  const at = (object: number) => order.get(object) ?? order.size;
  const places = objectsOf(glyphs).map(at);
  const isSorted = places.every((place, i) => i === 0 || (places[i - 1] ?? 0) <= place);
  return isSorted ? glyphs : glyphs.toSorted((a, b) => at(a.object) - at(b.object));
};

type Container = { count: number; at: (index: number) => number; matrix: Matrix };

const formOf = (engine: PdfEngine, form: number, outer: Matrix, scratch: number) => {
  const { calls } = engine;
  calls.FPDFPageObj_GetMatrix(form, scratch);
  const [a, b, c, d] = floatsAt(engine, scratch);
  const [oa, ob, oc, od] = outer;
  const matrix: Matrix = [
    ...([a * oa + b * oc, a * ob + b * od] as const),
    ...([c * oa + d * oc, c * ob + d * od] as const),
  ];
  const at = (index: number) => calls.FPDFFormObj_GetObject(form, index);
  return { count: calls.FPDFFormObj_CountObjects(form), at, matrix };
};

const hasWidth = (engine: PdfEngine, object: number, scratch: number): boolean => {
  engine.calls.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [left, , right] = floatsAt(engine, scratch);
  return right - left > NO_WIDTH;
};

/** Moves the text objects of a loaded page that were not `seen`; `order` is that in which all are painted. `scratch` holds 24 bytes. */
export const moveHidden = (
  engine: PdfEngine,
  page: number,
  seen: Set<number>,
  scratch: number,
): { moved: Moved; order: PaintOrder } => {
  const { calls } = engine;
  const moved: Moved = new Map();
  const order: PaintOrder = new Map();
  const move = (object: number, [, , c, d]: Matrix) => {
    const by = ((1 + (moved.size % LANES)) * FAR) / (Math.hypot(c, d) || 1);
    calls.FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, by);
    moved.set(object, { x: by * c, y: by * d });
  };
  const walk = ({ count, at, matrix }: Container, depth: number): void => {
    for (let index = 0; index < count; index++) {
      const object = at(index);
      const type = calls.FPDFPageObj_GetType(object);
      if (type === FORM && depth < MAX_DEPTH)
        walk(formOf(engine, object, matrix, scratch), depth + 1);
      if (type !== TEXT) continue;
      order.set(object, order.size);
      if (!seen.has(object) && hasWidth(engine, object, scratch)) move(object, matrix);
    }
  };
  const at = (index: number) => calls.FPDFPage_GetObject(page, index);
  walk({ count: calls.FPDFPage_CountObjects(page), at, matrix: IDENTITY }, 0);
  return { moved, order };
};

/** Glyphs of moved objects, where they stood. */
export const putBack = (glyphs: Glyph[], moved: Moved, toDisplay: ToDisplay): Glyph[] => {
  const origin = toDisplay(0, 0);
  return glyphs.map((glyph) => {
    const by = moved.get(glyph.object) ?? { x: 0, y: 0 };
    const { x, y } = toDisplay(by.x, by.y);
    const [right, down] = [x - origin.x, y - origin.y];
    return { ...glyph, x: glyph.x - right, right: glyph.right - right, y: glyph.y - down };
  });
};

const textOf = (glyphs: Glyph[]): string => glyphs.map(({ text }) => text).join('');

const byObject = (glyphs: Glyph[]): Glyph[][] => [
  ...Map.groupBy(glyphs, ({ object }) => object).values(),
];

/** The objects among `hidden` that are no shadows of `shown` ones, nor of each other. */
export const withoutShadows = (hidden: Glyph[], shown: Glyph[]): Glyph[] => {
  const places = Map.groupBy(
    byObject(shown).map((glyphs) => ({ text: textOf(glyphs), first: glyphs[0] })),
    ({ text }) => text,
  );
  return byObject(hidden).flatMap((glyphs) => {
    const [first] = glyphs;
    const text = textOf(glyphs);
    const same = places.get(text) ?? [];
    const isShadow = same.some(
      (other) =>
        first !== undefined &&
        other.first !== undefined &&
        Math.abs(other.first.x - first.x) < SHADOW * first.size &&
        Math.abs(other.first.y - first.y) < SHADOW * first.size,
    );
    if (isShadow) return [];
    places.set(text, [...same, { text, first }]);
    return glyphs;
  });
};
