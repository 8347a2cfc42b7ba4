/**
 * `npm test`: verify with the unit tests, then integration on real servers, then end to end in a real browser. The last
 * line is `N passed, N failed, N skipped`; what was skipped is named before it, with its reason.
 */
import { rm } from 'node:fs/promises';
import { findBrowser } from './browser.ts';
import { report, root, runStep } from './steps.ts';
import { add, crashed, playwrightTally, vitestTally, type Tally } from './tally.ts';
import { verify } from './verify.ts';

const artifacts = `${root}artifacts`;

const verified = async (): Promise<Tally> => {
  const results = await verify();
  const unit = await vitestTally(`${artifacts}/unit.json`);
  const broken = results.filter((result) => !result.ok && result.name !== 'unit tests').length;
  return add(unit, { passed: results.length - 1 - broken, failed: broken, skipped: [] });
};

const integration = async (): Promise<Tally> => {
  const file = `${artifacts}/integration.json`;
  const args = ['run', '--project', 'integration', '--reporter=default', '--reporter=json'];
  const result = await runStep({
    name: 'integration tests',
    command: 'vitest',
    args: [...args, `--outputFile.json=${file}`],
  });
  report(result);
  const tally = await vitestTally(file);
  return result.ok || tally.failed > 0 ? tally : add(tally, crashed);
};

const endToEnd = async (): Promise<Tally> => {
  const browser = await findBrowser();
  const file = `${artifacts}/e2e.json`;
  const result = await runStep({
    name: 'end-to-end tests',
    command: 'playwright',
    args: ['test', '--config', 'e2e/playwright.config.ts'],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(browser.found ? { CHROME_PATH: browser.executablePath } : { NO_BROWSER: browser.reason }),
    },
  });
  report(result);
  const tally = await playwrightTally(file);
  return result.ok || tally.failed > 0 ? tally : add(tally, crashed);
};

await rm(artifacts, { recursive: true, force: true });
const total = [await verified(), await integration(), await endToEnd()].reduce(add);
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
