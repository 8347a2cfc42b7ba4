/** The sample weekend that the page offers to newcomers. */
import type { SheetReport } from '@heatsync/heatsheet/report.ts';
import { drawHeatSheet } from './heatSheet.ts';
import { makeMeet } from './meet.ts';
import { printedName } from './swimmers.ts';
import type { Meet, Swimmer } from './types.ts';

const ADA: Swimmer = {
  first: 'Ada',
  middle: null,
  last: 'Moorhen',
  suffix: null,
  sex: 'female',
  age: 11,
  team: 'HBR-CA',
  para: null,
};
const BRAM: Swimmer = { ...ADA, first: 'Bram', sex: 'male', age: 13 };

const SESSIONS = [
  { title: 'FRIDAY EVENING', start: '17:00', file: 'Harbor Light Open - Session 1.pdf' },
  { title: 'SATURDAY PRELIMS', start: '08:30', file: 'Harbor Light Open - Session 2.pdf' },
  { title: 'SUNDAY PRELIMS', start: '09:00', file: 'Harbor Light Open - Session 3.pdf' },
];

export type SampleFile = { name: string; pdf: Uint8Array; truth: SheetReport };

/** `swimmer` and `siblings` are names as printed, e.g. "Moorhen, Ada". */
export type SampleMeet = { swimmer: string; siblings: string[]; files: SampleFile[]; meet: Meet };

/**
 * Draws three sessions of an invented meet, 11 to 13 June 2027. Sessions 1 and 2 print heat start times,
 * session 3 does not. Each named child has two or three races a session, one of them a relay leg.
 */
export const sampleMeet = async (): Promise<SampleMeet> => {
  const meet = makeMeet({
    seed: 2027,
    startDate: '2027-06-11',
    sessions: SESSIONS,
    eventsPerSession: 22,
    relaysPerSession: 4,
    swimmers: 190,
    stars: [ADA, BRAM],
  });
  const files = await Promise.all(
    SESSIONS.map(async ({ file }, index) => {
      const { pdf, truth } = await drawHeatSheet(meet, index, { heatStarts: index < 2 });
      return { name: file, pdf, truth: { ...truth, file } };
    }),
  );
  return { swimmer: printedName(ADA), siblings: [printedName(BRAM)], files, meet };
};
