/** What European sheets make of a meet: clubs instead of team codes, years of birth, dates and events in other words. */
import type { Meet, MeetEvent, Swimmer } from './types.ts';

/** Clubs by team code: long ones, ones with figures in front or behind. */
export const CLUBS: Record<string, string> = {
  'HBR-CA': 'SC Harbor 06',
  'GULL-CA': 'Gullsee Schwimmverein 1898 e.V.',
  'PINE-CA': 'Pinienhöfer SV, z.s.',
  'TIDE-OR': '15 Tide Spor Kulübü',
  'SALT-OR': 'SV Salzmühle Schwimmen',
  'NEP-AZ': 'Neptun',
  'FORK-AZ': '1. SV Forkenbach',
  'LAKE-NV': 'TSV Lakewalde/Elmwasser',
};

export const clubOf = (team: string): string => CLUBS[team] ?? team;

export const birthYear = (meet: Meet, { age }: Swimmer): number =>
  Number(meet.startDate.slice(0, 4)) - age;

/** "2027-06-12" → "12.06.2027". */
export const dottedDate = (date: string): string => date.split('-').toReversed().join('.');

/** How a language says an event. */
export type EventWords = {
  sexes: Record<MeetEvent['sex'], string>;
  strokes: Record<string, string>;
};

export const GERMAN: EventWords = {
  sexes: { female: 'weiblich', male: 'männlich', mixed: 'mixed' },
  strokes: {
    Freestyle: 'Freistil',
    Backstroke: 'Rücken',
    Breaststroke: 'Brust',
    Butterfly: 'Schmetterling',
    IM: 'Lagen',
  },
};

export const lengthOf = ({ relay, distance }: MeetEvent): string =>
  relay ? `4x${distance / 4}m` : `${distance}m`;
