/** The end-to-end tests against several processes behind a proxy, as compose.yaml arranges them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startSurroundings } from '../e2e/surroundings.ts';
import { findBrowser } from '../scripts/browser.ts';
import { startCluster } from '../scripts/cluster.ts';
import { root } from '../scripts/steps.ts';

const runTests = async (url: string, browser: string): Promise<number | null> => {
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--output', 'artifacts/cluster'];
  const child = spawn('node_modules/.bin/playwright', args, {
    cwd: root,
    env: { ...process.env, HEATSYNC_URL: url, CHROME_PATH: browser },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

/** What went wrong, a line each. */
export const soakCluster = async (): Promise<string[]> => {
  const browser = await findBrowser();
  if (!browser.found) return [browser.reason];
  const around = await startSurroundings();
  const cluster = await startCluster(around.env);
  const code = await runTests(cluster.url, browser.executablePath).catch(() => null);
  await around.close();
  return [...(code === 0 ? [] : ['the end-to-end tests failed']), ...(await cluster.stop())];
};
