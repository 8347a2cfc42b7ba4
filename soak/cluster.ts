/** The end-to-end tests against several processes behind a proxy, as compose.yaml arranges them. */
import { startSurroundings } from '../e2e/surroundings.ts';
import { findBrowser } from '../scripts/browser.ts';
import { startCluster } from '../scripts/cluster.ts';
import { report, runStep } from '../scripts/steps.ts';

/** What went wrong, a line each. */
export const soakCluster = async (): Promise<string[]> => {
  const browser = await findBrowser();
  if (!browser.found) return [browser.reason];
  const around = await startSurroundings();
  const cluster = await startCluster(around.env);
  const result = await runStep({
    name: 'end-to-end tests behind the proxy',
    command: 'playwright',
    args: ['test', '--config', 'e2e/playwright.config.ts', '--output', 'artifacts/cluster'],
    env: { CHROME_PATH: browser.executablePath, HEATSYNC_URL: cluster.url },
  });
  report(result);
  await around.close();
  const faults = await cluster.stop();
  return result.ok ? faults : ['a test failed: its report stands above', ...faults];
};
