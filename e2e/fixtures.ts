import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { exporting } from '../packages/webapp/src/lib/words/takeaway.ts';

export { barriers } from './audit.ts';
export { expect };

const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url));

const pictures = process.env['E2E_PICTURES'];

/** Why no test can run; empty where a browser was found. */
export const noBrowser = process.env['NO_BROWSER'] ?? '';

/** What the browser itself complained about: each test fails if there is any of it. */
type Fixtures = { complaints: string[]; shot: (name: string, of?: Page) => Promise<void> };

export const test = base.extend<Fixtures>({
  baseURL: async ({ browserName: _browserName }, use) => use(process.env['HEATSYNC_URL']),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  /** A picture of the whole page, for people to look at: with `E2E_PICTURES=1` one, with `all` at four widths in both themes. */
  shot: async ({ page }, use, { project }) => {
    if (!pictures) return use(async () => {});
    return use(async (name, of = page) => {
      const picture = (file: string) =>
        of.screenshot({
          path: `${artifacts}screenshots/${file}.png`,
          fullPage: true,
          animations: 'disabled',
        });
      await of.evaluate(LAY_OUT_ALL);
      if (pictures === 'all') await eachLook(of, (look) => picture(`${look}/${name}`));
      else await picture(`${project.name}-${name}`);
      await of.evaluate('document.adoptedStyleSheets = [];');
    });
  },
});

/** Marks a test that says the same at any width: desktops leave it out, but for the trial `widths`. */
export const anyWidth = { tag: '@anyWidth' };

/** In the page: also what is far from the screen is laid out. */
const LAY_OUT_ALL = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
}`;

const WIDTHS = [390, 1280, 768, 320];

/** The page at four widths in both themes, and then as it was. */
const eachLook = async (page: Page, see: (look: string) => Promise<unknown>): Promise<void> => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: size.height });
      await see(`${width}-${colorScheme}`);
    }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(size);
};

/** Where the eye finds it; the page's status may say it too. */
export const shown = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('main').getByText(text);

/** What the page has just said to those who hear it. */
export const said = (page: Page): Locator => page.getByRole('status');

export type UploadFile = { name: string; mimeType: string; buffer: Buffer };

export const pdfFile = (name: string, bytes: Uint8Array): UploadFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(bytes),
});

/** The start page with its scripts: before they are there it can be filled in, but buttons and keys wait. */
export const openStart = async (page: Page, address = '/'): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
};

export const chooseFiles = (page: Page, files: UploadFile[]): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(files);

export const typeName = (page: Page, name: string): Promise<void> =>
  page.getByLabel(form.swimmer(1, 1)).fill(name);

export const find = (page: Page): Promise<void> =>
  page.getByRole('button', { name: form.find }).click();

/** The way to the calendar that this screen size shows. */
export const calendarButton = (page: Page): Locator =>
  page.getByRole('link', { name: /^Add \d+ (entries )?to calendar$/ }).filter({ visible: true });

export const noRaceChosen = (page: Page): Locator =>
  page.getByRole('button', { name: exporting.addNone }).filter({ visible: true });

/** A race's row: the line that opens to show where it was read. */
export const rows = (page: Page): Locator => page.locator('[id^=session-] details');

/** Waits until every sheet is read. */
export const allRead = (page: Page, read: number, of = read): Promise<void> =>
  expect(
    page.getByText(
      read === of ? `${of} sheet${of === 1 ? '' : 's'} read.` : `${read} of ${of} sheets read.`,
    ),
  ).toBeVisible({ timeout: 45_000 });
