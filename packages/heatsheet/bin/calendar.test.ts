import { sampleMeet } from '@heatsync/sheetgen';
import { expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { toCalendarFile, type NamedSheet } from './calendar.ts';

it('holds every race of the swimmers once, timed by the session report among the sheets', async () => {
  const { swimmer, files } = await sampleMeet();
  const reader = await createNodeReader();
  const sheets: NamedSheet[] = [];
  for (const { name, pdf } of files)
    sheets.push({ file: name, sheet: await reader.read(new Uint8Array(pdf)) });
  const zone = 'America/Los_Angeles';
  const { text, races, undated } = toCalendarFile(sheets, [swimmer], zone, new Date(0));
  expect(undated).toBe(0);
  expect(races).toBeGreaterThan(0);
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(races);
  expect(text).toContain(`DTSTART;TZID=${zone}:`);
  expect(toCalendarFile(sheets, ['Nobody Here'], zone, new Date(0)).races).toBe(0);
});
