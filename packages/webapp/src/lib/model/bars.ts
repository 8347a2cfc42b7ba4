/** The geometry of a bar chart: numbers in, rectangles in a box of its own units out. */
export type Bar = { x: number; y: number; width: number; height: number; part: number };
export type Chart = { bars: Bar[]; top: number };

const GAP = 0.25;

/** The next of 1, 2, 5, 10, 20, 50… that reaches `value`; at least `least`. */
export const roundTop = (value: number, least = 4): number => {
  for (let unit = 1; ; unit *= 10)
    for (const step of [1, 2, 5]) if (step * unit >= Math.max(value, least)) return step * unit;
};

/** Stacked bars, one column of parts each, from the bottom up; the box is `width` × `height`, `top` is what its upper edge means. */
export const stackBars = (columns: number[][], width: number, height: number): Chart => {
  const sums = columns.map((parts) => parts.reduce((sum, value) => sum + value, 0));
  const top = roundTop(Math.max(0, ...sums));
  const step = width / Math.max(1, columns.length);
  const bars = columns.flatMap((parts, column) => {
    let below = 0;
    return parts.map((value, part) => {
      below += value;
      const [y, h] = [height * (1 - below / top), (height * value) / top];
      return { x: (column + GAP / 2) * step, y, width: step * (1 - GAP), height: h, part };
    });
  });
  return { bars: bars.filter((bar) => bar.height > 0), top };
};
