/** Pages whose letters run down, up or leftwards as displayed are read as if they were turned upright. */
import type { Turn } from '../types.ts';
import type { ToDisplay } from './display.ts';

type Step = { x: number; y: number };
type Size = { width: number; height: number };

/** A line that leaves its direction by more than this, of its length, is written at a slant. */
const SLANT = 0.1;

/** Which way letters run whose next one stands a `step` further; null at a slant. */
export const turnOf = ({ x, y }: Step): Turn | null => {
  if (Math.abs(y) <= SLANT * Math.abs(x)) return x > 0 ? 0 : 2;
  if (Math.abs(x) <= SLANT * Math.abs(y)) return y > 0 ? 1 : 3;
  return null;
};

/** The way that more than half of the letters run; upright where they do not agree. */
export const mostTurned = (turns: (Turn | null)[]): Turn => {
  const counts = [...Map.groupBy(turns, (turn) => turn)];
  const [most] = counts.filter(([, same]) => same.length * 2 > turns.length);
  return most?.[0] ?? 0;
};

/** From the page as displayed to the page set upright. */
const upright = (turn: Turn, { width, height }: Size, { x, y }: Step): Step => {
  if (turn === 1) return { x: y, y: width - x };
  if (turn === 2) return { x: width - x, y: height - y };
  if (turn === 3) return { x: height - y, y: x };
  return { x, y };
};

/** `toDisplay`, and upright from there. */
export const turnedUpright = (toDisplay: ToDisplay, turn: Turn, size: Size): ToDisplay =>
  turn === 0 ? toDisplay : (x, y) => upright(turn, size, toDisplay(x, y));

/** A page's size after it was turned. */
export const sizeUpright = (turn: Turn, { width, height }: Size): Size =>
  turn % 2 ? { width: height, height: width } : { width, height };

/** Back from the upright page of this `size` to the page as displayed. */
export const asDisplayed = (turn: Turn, size: Size, place: Step): Step => {
  const back = ((4 - turn) % 4) as Turn;
  return upright(back, size, place);
};
