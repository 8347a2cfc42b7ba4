import { drawHeatSheet, makeMeetOfPages, printedName } from '@heatsync/sheetgen';
import { progress } from '../packages/webapp/src/lib/words/results.ts';
import {
  allRead,
  barriers,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  rows,
  test,
} from './fixtures.ts';
import { openLine } from './line.ts';
import { fillIn } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const ONE_BATCH = /\/api\/batch\/[0-9a-f-]{36}/;

/** Sheets long enough to be read still when the page first asks, each test run with its own. */
const longSheets = async (seed: number) => {
  const meets = [seed, seed + 1, seed + 2].map((each) => makeMeetOfPages(40, each));
  const sheets = await Promise.all(meets.map((meet) => drawHeatSheet(meet, 0)));
  const [entry] =
    meets[0]?.sessions[0]?.events
      .flatMap((event) => event.heats.flatMap((heat) => heat.entries))
      .filter((each) => each.swimmer) ?? [];
  if (!entry?.swimmer) throw new Error('The drawn meet has no swimmer.');
  return {
    swimmer: printedName(entry.swimmer),
    files: sheets.map((sheet, index) => pdfFile(`long ${index + 1}.pdf`, sheet.pdf)),
  };
};

test.describe('a connection that breaks while sheets are read', () => {
  // The browser reports each request that fails on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('the page says so, waits, and has the races afterwards', async ({ page, shot }, info) => {
    const { width } = info.project.use.viewport ?? { width: 0 };
    const { swimmer, files } = await longSheets(510 + width);
    const line = await openLine(process.env['HEATSYNC_URL'] ?? '');
    await openStart(page, line.url);
    await fillIn(page, [swimmer], files);
    const seen = page.waitForResponse(ONE_BATCH);
    await find(page);
    await seen;
    await line.cut();
    await expect(page.getByRole('main').getByText(progress.offline)).toBeVisible();
    await expect(page.getByRole('button', { name: progress.cancel })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await shot('reading');
    await line.mend();
    await allRead(page, files.length);
    await expect(rows(page).first()).toBeVisible();
  });
});
