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

/** What performance is made of, in milliseconds but for the layout shift. */
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const;
type Metric = (typeof METRICS)[number];

type Report = {
  categories: Record<Category, { score: number | null }>;
  audits: Record<Metric, { numericValue?: number }>;
  /** How fast Lighthouse finds the machine; it expects some 1,500 of a desktop, and slows down a phone's page 4 times from there. */
  environment: { benchmarkIndex: number };
};

const reportOf = async (url: string, chrome: string): Promise<Report> => {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', url, '--quiet'],
      ...['--output=json', `--only-categories=${CATEGORIES.join(',')}`],
      `--chrome-flags=--headless=new ${BROWSER_FLAGS.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
};

const middleOf = (reports: Report[], of: (report: Report) => number | undefined | null): number =>
  median(reports.map((report) => of(report) ?? 0));

/** The medians of what performance is made of, and of the machine's own speed. */
const metricsOf = (reports: Report[]): string =>
  [
    ...METRICS.map((metric) => {
      const value = middleOf(reports, ({ audits }) => audits[metric].numericValue);
      return `${metric} ${value < 1 ? value.toFixed(2) : Math.round(value)}`;
    }),
    `machine ${Math.round(middleOf(reports, ({ environment }) => environment.benchmarkIndex))}`,
  ].join(', ');

const toFigure = (name: Category, reports: Report[]): Figure => {
  const points = reports.map(({ categories }) => Math.round((categories[name].score ?? 0) * 100));
  const middle = median(points);
  if (middle < BARS[name]) process.exitCode = 1;
  const all = points.toSorted((a, b) => a - b).join(', ');
  const metrics = name === 'performance' ? `; ${metricsOf(reports)}` : '';
  return {
    name: `Lighthouse (mobile), ${name}`,
    baseline: `the bar of ${BARS[name]}`,
    ratio: middle / BARS[name],
    detail: `median ${middle} of ${all}${metrics}`,
  };
};

export const benchPage = (): Promise<Figure[]> =>
  withProgram(async (url) => {
    const chrome = await browserPath();
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run++) reports.push(await reportOf(url, chrome));
    return CATEGORIES.map((name) => toFigure(name, reports));
  });
