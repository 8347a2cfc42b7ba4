/** Counting what the test runners wrote: one tally from either of their JSON reports. */
import { readFile } from 'node:fs/promises';

export type Tally = { passed: number; failed: number; skipped: { name: string; reason: string }[] };

const crashed: Tally = { passed: 0, failed: 1, skipped: [] };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
});

/** A ring's tally; one that ended badly without saying which test failed counts as one more failure. */
export const ring = (ok: boolean, tally: Tally): Tally =>
  ok || tally.failed > 0 ? tally : add(tally, crashed);

type VitestReport = {
  testResults: {
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; meta?: { reason?: string } }[];
  }[];
};

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      annotations: { type: string; description?: string }[];
    }[];
  }[];
};

/** Null where a runner ended before it had written the whole report. */
const readJson = async <T>(file: string): Promise<T | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return null;
  }
};

/** Of a Vitest JSON report; a missing one counts as a failure, and so does a file that did not load. */
export const tallyVitest = (report: VitestReport | null): Tally => {
  if (!report) return crashed;
  return report.testResults
    .map(({ status, assertionResults }): Tally => {
      const of = (wanted: string) => assertionResults.filter((test) => test.status === wanted);
      const failed = of('failed').length;
      return {
        passed: of('passed').length,
        failed: status === 'failed' && failed === 0 ? 1 : failed,
        skipped: [...of('skipped'), ...of('pending'), ...of('todo')].map((test) => ({
          name: test.fullName,
          reason: test.meta?.reason ?? 'marked so in its file',
        })),
      };
    })
    .reduce(add, { passed: 0, failed: 0, skipped: [] });
};

const specsOf = (suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** Of a Playwright JSON report; a flaky test counts as failed. */
export const tallyPlaywright = (report: PlaywrightSuite | null): Tally => {
  if (!report) return crashed;
  const tests = specsOf(report).flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, title: spec.title })),
  );
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length,
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({
        name: test.title,
        reason:
          test.annotations.find((note) => note.type === 'skip')?.description ?? 'no reason given',
      })),
  };
};

export const vitestTally = async (file: string): Promise<Tally> =>
  tallyVitest(await readJson(file));

export const playwrightTally = async (file: string): Promise<Tally> =>
  tallyPlaywright(await readJson(file));
