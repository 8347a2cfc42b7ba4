import { escapeText, foldLine, opaqueName } from './calendarText.ts';
import { raceDescription, raceSummary } from './calendarWords.ts';
import { isTimeZone, zoneLines } from './calendarZone.ts';
import type { OtherPlace } from './contradictions.ts';
import type { ReminderMinutes } from './limits.ts';
import type { SwimEvent } from './types.ts';

export { isTimeZone } from './calendarZone.ts';

export interface CalendarOptions {
  readonly name: string;
  readonly meetName: (race: SwimEvent) => string | null;
  readonly venue?: string | null;
  /** Where another sheet puts the race; null where none contradicts. */
  readonly instead: (race: SwimEvent) => OtherPlace | null;
  /** What stands for a person inside a UID, so that none is told by it. */
  readonly personUid: (personKey: string) => string;
  readonly timeZone: string;
  readonly reminderMinutes: ReminderMinutes;
  readonly stamp: Date;
  /** Higher than at the last export, or a calendar keeps what it has. */
  readonly sequence: number;
}

type Dated = SwimEvent & { readonly sessionDate: string };

/**
 * Sheets print when a heat starts, never when it ends. Ten minutes keep an entry tall enough to be read in a day view
 * and seldom hide the next race.
 */
const DURATION = 'PT10M';

const isRace = (race: SwimEvent): boolean => race.duplicateOf === null;

const isDated = (race: SwimEvent): race is Dated => race.sessionDate !== null;

/** The races a calendar cannot hold because no date is known. */
export const undatedRaces = (races: readonly SwimEvent[]): SwimEvent[] =>
  races.filter((race) => isRace(race) && !isDated(race));

const digits = (text: string): string => text.replace(/[-:]/g, '');

/** Names the race without heat and lane: a re-seeded sheet moves the entry instead of adding one. */
const uidOf = (race: Dated, options: CalendarOptions): string =>
  opaqueName([
    options.meetName(race),
    race.sessionDate,
    race.sessionName,
    race.eventNumber,
    race.round,
    options.personUid(race.personKey),
  ]);

const timeLines = (race: Dated, options: CalendarOptions): string[] => {
  const day = digits(race.sessionDate);
  if (race.heatStartTime === null) return [`DTSTART;VALUE=DATE:${day}`, 'TRANSP:TRANSPARENT'];
  const start = `${day}T${digits(race.heatStartTime)}00`;
  return [`DTSTART;TZID=${options.timeZone}:${start}`, `DURATION:${DURATION}`];
};

const alarmLines = (race: Dated, options: CalendarOptions): string[] =>
  race.heatStartTime === null || race.note === 'withdrawn'
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `TRIGGER:-PT${String(options.reminderMinutes)}M`,
        `DESCRIPTION:${escapeText(raceSummary(race))}`,
        'END:VALARM',
      ];

const stampText = (stamp: Date): string => `${digits(stamp.toISOString().slice(0, 19))}Z`;

const STATUS = { alternate: ['STATUS:TENTATIVE'], withdrawn: ['STATUS:CANCELLED'] } as const;

const eventLines = (race: Dated, uid: string, options: CalendarOptions): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@heatsync`,
  `DTSTAMP:${stampText(options.stamp)}`,
  `SEQUENCE:${String(options.sequence)}`,
  ...timeLines(race, options),
  `SUMMARY:${escapeText(raceSummary(race))}`,
  `DESCRIPTION:${escapeText(raceDescription(race, options.instead(race)))}`,
  ...(options.venue ? [`LOCATION:${escapeText(options.venue)}`] : []),
  ...(race.note === null ? [] : STATUS[race.note]),
  ...alarmLines(race, options),
  'END:VEVENT',
];

/** The second race of the same name gets "-2", the third "-3". */
const uniqueUids = (races: readonly Dated[], options: CalendarOptions): string[] => {
  const seen = new Map<string, number>();
  return races.map((race) => {
    const uid = uidOf(race, options);
    const count = (seen.get(uid) ?? 0) + 1;
    seen.set(uid, count);
    return count === 1 ? uid : `${uid}-${String(count)}`;
  });
};

/** An iCalendar file of the races that have a date; no hour is ever made up. */
export const toCalendar = (races: readonly SwimEvent[], options: CalendarOptions): string => {
  if (!isTimeZone(options.timeZone)) throw new RangeError(`Unknown zone: ${options.timeZone}`);
  const dated = races.filter(isRace).filter(isDated);
  const uids = uniqueUids(dated, options);
  const years = dated
    .filter((race) => race.heatStartTime !== null)
    .map((race) => Number(race.sessionDate.slice(0, 4)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//HeatSync//HeatSync//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(options.name)}`,
    `X-WR-TIMEZONE:${options.timeZone}`,
    ...(years.length === 0
      ? []
      : zoneLines(options.timeZone, Math.min(...years), Math.max(...years))),
    ...dated.flatMap((race, index) => eventLines(race, uids[index] ?? '', options)),
    'END:VCALENDAR',
  ];
  return lines.map(foldLine).join('');
};
