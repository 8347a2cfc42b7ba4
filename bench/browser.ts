/** The browser that the benches measure in. */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/browser.ts';

export const BROWSER_FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run'];

export const browserPath = async (): Promise<string> => {
  const found = await findBrowser();
  if (!found.found) throw new Error(found.reason);
  return found.executablePath;
};

/** Runs `work` on a phone's page. */
export const withPhone = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
  const executablePath = await browserPath();
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const screen = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    return await work(await browser.newPage({ ...screen, deviceScaleFactor: 2 }));
  } finally {
    await browser.close();
  }
};
