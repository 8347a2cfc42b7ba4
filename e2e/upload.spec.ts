import {
  drawHeatSheet,
  drawSessionReport,
  makeMeet,
  printedName,
  type Meet,
} from '@heatsync/sheetgen';

import { downloadCalendar } from './calendarFile.ts';
import { allRead, expect, find, noBrowser, openStart, pdfFile, rows, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { fillIn, search, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const entriesOf = (entries: { name: string | null; legs: string[] | null }[], name: string) =>
  entries.filter((entry) => entry.name === name || entry.legs?.includes(name));

/** Somebody who swims in the first session. */
const someone = (meet: Meet): string => {
  const swimmer = meet.sessions[0]?.events.flatMap((event) =>
    event.heats.flatMap((heat) => heat.entries.flatMap((entry) => entry.swimmer ?? [])),
  )[5];
  if (!swimmer) throw new Error('The drawn meet has no swimmer.');
  return printedName(swimmer);
};

test('own sheets become races, session by session, and a calendar', async ({ page, shot }) => {
  const meet = makeMeet({ seed: 41 });
  const swimmer = someone(meet);
  const sheets = await Promise.all(
    meet.sessions.map((_, index) => drawHeatSheet(meet, index, { heatStarts: true })),
  );
  const races = sheets.flatMap((sheet) => entriesOf(sheet.truth.entries, swimmer));
  await openStart(page);
  await shot('start');
  await fillIn(
    page,
    [swimmer],
    sheets.map((sheet, index) => pdfFile(`session ${index + 1}.pdf`, sheet.pdf)),
  );
  await shot('start-filled');
  await find(page);
  await allRead(page, sheets.length);
  await expect(rows(page)).toHaveCount(races.length);
  await shot('own-results');
  const entries = await downloadCalendar(page);
  expect(entries).toHaveLength(races.length);
  expect(entries.every((entry) => entry.start.includes('T') && entry.zone !== null)).toBe(true);
});

test('a session report gives the start times, and no hour is called printed that is not', async ({
  page,
  shot,
}) => {
  const meet = makeMeet({ seed: 42 });
  const swimmer = someone(meet);
  const [sheet, report] = await Promise.all([drawHeatSheet(meet, 0), drawSessionReport(meet)]);
  await search(
    page,
    [swimmer],
    [pdfFile('heats.pdf', sheet.pdf), pdfFile('report.pdf', report.pdf)],
  );
  await expect(page.getByText(/report\.pdf is a session report: the start times/)).toBeVisible();
  await expect(rows(page)).toHaveCount(entriesOf(sheet.truth.entries, swimmer).length);
  await shot('session-report');
  const entries = await downloadCalendar(page);
  for (const { description } of entries) {
    expect(description).not.toContain('printed on the sheet');
    expect(description).toContain('session report');
  }
});

test('brothers and sisters each have their races', async ({ page, shot }) => {
  const sample = await sampleMeet();
  const { swimmer, siblings, files } = sample;
  const names = [swimmer, ...siblings];
  await search(page, names, sheetsOf(sample));
  const races = names.flatMap((name) =>
    files.flatMap((file) => entriesOf(file.truth.entries, name)),
  );
  await expect(rows(page)).toHaveCount(races.length);
  await expect(page.getByRole('heading', { level: 1 }).locator('mark')).toHaveText(names);
  await shot('siblings');
  expect(await downloadCalendar(page)).toHaveLength(races.length);
});
