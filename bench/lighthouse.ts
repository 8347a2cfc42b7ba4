/** Lighthouse on the start page as a phone on slow 4G loads it: the median of five runs, beside the bar that it must reach. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BROWSER_FLAGS, browserPath } from './browser.ts';
import { median, type Figure } from './measure.ts';
import { withProgram } from './program.ts';

const RUNS = 5;
const PACKAGE = 'lighthouse@13.5.0';
/** In points of 100. */
const BARS = { performance: 95, accessibility: 100, 'best-practices': 100 };
type Category = keyof typeof BARS;
const CATEGORIES = Object.keys(BARS) as Category[];

type Report = { categories: Record<Category, { score: number | null }> };
type Scores = Record<Category, number>;

const runOnce = async (url: string, chrome: string): Promise<Scores> => {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', url, '--quiet'],
      ...['--output=json', `--only-categories=${CATEGORIES.join(',')}`],
      `--chrome-flags=--headless=new ${BROWSER_FLAGS.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories } = JSON.parse(stdout) as Report;
  const score = (name: Category) => Math.round((categories[name].score ?? 0) * 100);
  return Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])) as Scores;
};

const toFigure = (name: Category, points: number[]): Figure => {
  const middle = median(points);
  if (middle < BARS[name]) process.exitCode = 1;
  return {
    name: `Lighthouse (mobile), ${name}`,
    baseline: `the bar of ${BARS[name]}`,
    ratio: middle / BARS[name],
    detail: `median ${middle} of ${points.toSorted((a, b) => a - b).join(', ')}`,
  };
};

export const benchPage = (): Promise<Figure[]> =>
  withProgram(async (url) => {
    const chrome = await browserPath();
    const scores: Scores[] = [];
    for (let run = 0; run < RUNS; run++) scores.push(await runOnce(url, chrome));
    return CATEGORIES.map((name) => {
      const points = scores.map((one) => one[name]);
      return toFigure(name, points);
    });
  });
