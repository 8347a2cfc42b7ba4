import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Config } from '../../packages/backend/src/config.ts';
import { findBrowser } from '../../packages/backend/src/services/crawler/browser.ts';
import { off, ok, type Outcome } from './finding.ts';

const run = promisify(execFile);

/** Has the browser tell its version, which one that lacks a library cannot. */
export const checkBrowser = async ({ crawlerBrowser }: Config): Promise<Outcome> => {
  if (!crawlerBrowser) return off('pages that scripts put together are not opened');
  const path = findBrowser(crawlerBrowser.path);
  if (!path) throw new Error('no Chromium was found: install one or name it in CHROME_PATH');
  const { stdout } = await run(path, ['--version']).catch(() => {
    throw new Error(`${path} does not run: check CHROME_PATH`);
  });
  return ok(stdout.trim());
};
