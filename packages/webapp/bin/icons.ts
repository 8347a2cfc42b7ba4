/** `node packages/webapp/bin/icons.ts`: draws `static/icon.svg` in the sizes that home screens want. Needs a Chromium. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../../scripts/browser.ts';

const SIZES = [192, 512];
const inStatic = (name: string) => fileURLToPath(new URL(`../static/${name}`, import.meta.url));

const found = await findBrowser();
if (!found.found) throw new Error(found.reason);
const svg = await readFile(inStatic('icon.svg'), 'utf8');
const { executablePath } = found;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: inStatic(`icon-${size}.png`) });
}
await browser.close();
