/**
 * `npm test`: verify with the unit tests, then whole sheets, integration on real servers, and end to end in a real
 * browser. The last line is `N passed, N failed, N skipped`; what was skipped is named before it, with its reason.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { findBrowser } from './browser.ts';
import { report, root, runStep, type StepResult } from './steps.ts';
import { add, playwrightTally, ring, vitestTally, type Tally } from './tally.ts';
import { unitTests, verify, vitestStep } from './verify.ts';

/** A folder of its own for each run, so that two at a time do not count each other's tests. */
const makeFolder = async (): Promise<string> => {
  await mkdir(`${root}artifacts`, { recursive: true });
  return mkdtemp(`${root}artifacts/test-`);
};

const toTally = ({ ok }: StepResult): Tally => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: [],
});

/** Each step of verify counts as one test; in place of their step, the unit tests are counted themselves. */
const verified = async (folder: string): Promise<Tally> => {
  const file = `${folder}/unit.json`;
  const results = await verify(file);
  const unit = await vitestTally(file);
  return results
    .map((result) => (result.name === unitTests ? ring(result.ok, unit) : toTally(result)))
    .reduce(add);
};

const vitestRing = async (folder: string, project: 'sheets' | 'integration'): Promise<Tally> => {
  const file = `${folder}/${project}.json`;
  const result = await runStep(vitestStep(`${project} tests`, project, file));
  report(result);
  return ring(result.ok, await vitestTally(file));
};

const endToEnd = async (folder: string): Promise<Tally> => {
  const browser = await findBrowser();
  const file = `${folder}/e2e.json`;
  const result = await runStep({
    name: 'end-to-end tests',
    command: 'playwright',
    args: ['test', '--config', 'e2e/playwright.config.ts', '--output', `${folder}/e2e`],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      PWTEST_CACHE_DIR: `${root}.cache/playwright`,
      ...(browser.found ? { CHROME_PATH: browser.executablePath } : { NO_BROWSER: browser.reason }),
    },
  });
  report(result);
  return ring(result.ok, await playwrightTally(file));
};

const folder = await makeFolder();
const total = [
  await verified(folder),
  // Sheets reckon while integration waits.
  ...(await Promise.all(
    (['integration', 'sheets'] as const).map((project) => vitestRing(folder, project)),
  )),
  await endToEnd(folder),
].reduce(add);
if (total.failed > 0)
  console.log(`Reports and pictures of this run (traces too with E2E_TRACE=1): ${folder}`);
else await rm(folder, { recursive: true, force: true });
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
