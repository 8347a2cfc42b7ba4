/** All end-to-end tests as a phone, a tablet and a desktop; `npm test` has only the phone go through all of them. */
import { findBrowser } from '../scripts/browser.ts';
import { report, root, runStep } from '../scripts/steps.ts';

/** What failed, one line each. */
export const soakWidths = async (): Promise<string[]> => {
  const browser = await findBrowser();
  if (!browser.found) return [browser.reason];
  const result = await runStep({
    name: 'end-to-end tests at three widths',
    command: 'playwright',
    args: ['test', '--config', 'e2e/playwright.config.ts'],
    env: {
      CHROME_PATH: browser.executablePath,
      E2E_WIDTHS: 'all',
      PWTEST_CACHE_DIR: `${root}.cache/playwright`,
    },
  });
  report(result);
  return result.ok ? [] : ['a test failed: its report stands above'];
};
