/** The swimmers' races in the sheets of one call, as a calendar file. */
import { opaqueName, resultsCalendar, undatedRaces } from '@heatsync/shared';
import { deriveResults } from '@heatsync/shared/results';
import type { HeatSheet } from '../src/types.ts';

export type NamedSheet = { file: string; sheet: HeatSheet };

export type Calendar = {
  text: string;
  races: number;
  /** Races that no calendar can hold, because no sheet says for certain on which day they are. */
  undated: number;
};

/** The same calendar as the web page's: sheets of one meet tell each other's times, and a race on two of them comes once. */
export const toCalendarFile = (
  sheets: NamedSheet[],
  swimmers: string[],
  timeZone: string,
  now: Date,
): Calendar => {
  const results = deriveResults(
    {
      batchId: '',
      swimmerName: swimmers[0] ?? '',
      swimmers,
      status: 'completed',
      failedCount: 0,
    },
    sheets.map(({ file, sheet }, index) => ({
      sequence: index + 1,
      filename: file,
      sourceUrl: null,
      resultCode: null,
      cached: false,
      engine: 'reader' as const,
      sheet,
    })),
    null,
  );
  const { text } = resultsCalendar(
    results,
    { tz: timeZone },
    { personUid: (key) => opaqueName([key]), changed: now },
  );
  const undated = undatedRaces(results.sources.flatMap(({ events }) => events)).length;
  return { text, races: results.totalEvents - undated, undated };
};
