/** Sheets being read, and the races that were found. */
import type { TimeSource } from '@heatsync/shared';
import type { Spot } from '../model/repeats.ts';
import { count, duration, list, races, sheets, type SheetKind } from './common.ts';

export const progress = {
  title: 'Sheets',
  reading: (n: number): string => `Reading ${sheets(n)} for`,
  line: (done: number, total: number, found: number): string =>
    `${done} of ${sheets(total)} read, ${found === 1 ? '1 race' : `${found} races`} found.`,
  soon: 'Races appear below as each sheet is read.',
  pages: (read: number, pages: number): string => `page ${read} of ${pages}`,
  done: (pages: number): string => count(pages, 'page'),
  states: {
    pending: 'waits its turn',
    downloading: 'being fetched',
    processing: 'being opened',
    completed: 'read',
    failed: 'not read',
    cancelled: 'stopped',
  },
  found: (n: number): string => (n === 0 ? 'not in it' : races(n)),
  cancel: 'Stop reading',
  offline: 'No connection. The reading goes on by itself; this page catches up when you are back.',
};

const times = (n: number): string => ['never', 'once', 'twice'][n] ?? `${n} times`;

const stand = (found: number, names: number, read: number): string =>
  `The ${names === 1 ? 'name stands' : 'names stand'} ${times(found)} in ${read === 1 ? 'it' : 'them'}`;

export const results = {
  headline: (n: number): string => `${races(n)} for`,
  nothing: 'No races found for',
  nothingAtAll: 'No races found',
  unread: 'No sheet was read for',
  and: 'and',
  read: (done: number, total: number): string =>
    done === total
      ? `${sheets(total)} read`
      : total === 1
        ? '1 sheet not read'
        : `${done} of ${sheets(total)} read`,
  notRead: (n: number): string =>
    n === 1
      ? '1 sheet could not be read: a race may be missing.'
      : `${n} sheets could not be read: races may be missing.`,
  /** How often the names stand in the sheets that were read. */
  explained: (found: number, names: number, read: number): string =>
    `${stand(found, names, read)}: ${found === 1 ? '' : 'all '}explained.`,
  unexplained: (found: number, explained: number, names: number, read: number): string =>
    `${stand(found, names, read)}, ${explained} of these are explained. Look through the ${read === 1 ? 'sheet' : 'sheets'} for the rest.`,
  twice: (n: number): string =>
    n === 1
      ? 'The sheets disagree about 1 race: it stands below both ways.'
      : `The sheets disagree about ${n} races: they stand below both ways.`,
  over: (day: string): string => `These races are over: their last day was ${day}.`,
  seen: (when: string): string =>
    `No connection: these are the races as this device saw them last, ${when}.`,
  cancelled: 'Stopped before every sheet was read. What was read is below.',
  event: 'event',
  heat: 'heat',
  lane: 'lane',
  rank: 'rank',
  none: '–',
  seed: (time: string): string => (time === 'NT' ? 'no seed\u00a0time' : `seed\u00a0${time}`),
  leg: (leg: number, stroke: string | null): string =>
    [`${['first', 'second', 'third', 'fourth'][leg - 1] ?? leg} leg`, stroke?.toLowerCase()]
      .filter(Boolean)
      .join(' '),
  team: (letter: string): string => `team ${letter}`,
  notes: { alternate: 'alternate', withdrawn: 'withdrawn' },
  noTime: 'no time',
  noTimes: 'no times on the sheet',
  ranked: 'Ranked entries',
  noHeats: 'heats are not set yet',
  sources: {
    printed: 'printed',
    from_session_report: 'report',
    estimated: 'estimate',
  } satisfies Record<TimeSource, string>,
  also: (spots: readonly Spot[]): string =>
    `Also on ${list(spots.map(({ filename, page }) => `page ${page} of ${filename}`))}.`,
  clash: 'Close to',
  clashWith: (name: string, time: string): string => `${name} at\u00a0${time}`,
  free: (minutes: number): string => `${duration(minutes)} until the next race`,
  sessions: 'Sessions',
  page: (pageNumber: number): string => `page\u00a0${pageNumber}`,
  picture: 'The line as it stands on the page',
  proof: (pageNumber: number, filename: string): string => `Page ${pageNumber} of ${filename}`,
  readByAi: 'read by AI, check against the sheet',
  when: 'start',
  noDate: 'No date on the sheet',
  otherSession: 'Races',
};

export const next = {
  when: (minutes: number): string => (minutes <= 0 ? 'Next, now' : `Next, in ${duration(minutes)}`),
  sources: {
    printed: 'printed on the sheet',
    from_session_report: 'from the session report',
    estimated: 'estimated',
  } satisfies Record<TimeSource, string>,
  place: (event: string, heat: number | null, lane: number | null): string =>
    [`Event ${event}`, heat !== null && `Heat ${heat}`, lane !== null && `Lane ${lane}`]
      .filter(Boolean)
      .join(', '),
  left: (n: number): string => (n === 1 ? 'The last one today.' : `${n} to swim today.`),
};

export const notes = {
  notRead: 'Sheets that could not be read',
  failed: 'This sheet could not be read.',
  again: 'Read it again',
  allAgain: (n: number): string => `Read ${sheets(n)} again`,
  absent: (files: readonly string[]): string =>
    files.length === 1
      ? `None of these races is in ${list(files)}.`
      : `${files.length} sheets have none of these races: ${list(files)}.`,
  reportInUse: 'is a session report: the start times marked “report” come from it.',
  doubtful: (filename: string, kind: SheetKind): string =>
    kind === 'session_report'
      ? `Not all of ${filename} could be read: some races may lack their time.`
      : `Something in ${filename} does not add up: compare the races with the sheet.`,
  byAi: (filename: string): string =>
    `An AI model read ${filename}, as HeatSync could not: check its races against the sheet.`,
  nameless: (files: readonly string[]): string =>
    `The relays in ${list(files)} name no swimmers: one of yours may be missing here.`,
  missing: 'is not in these sheets.',
  didYouMean: (n: number): string =>
    n === 1 ? 'Did you mean this name?' : 'Did you mean one of these?',
  close: (names: readonly string[]): string =>
    `${list(names)} ${names.length === 1 ? 'comes' : 'come'} close.`,
  otherName: 'Look for another name',
  look: 'Look again',
  whatWasRead: (meets: readonly string[], sessions: readonly string[], names: number): string =>
    `What was read: ${[...meets, ...sessions, count(names, 'name')].join(', ')}.`,
  rightMeet: 'Is this the right meet?',
  notFound: 'Check the spelling, or try the last name first. Sheets shorten long names at times.',
  ask: (name: string): string =>
    `There is more than one ${name} in these sheets. Which one is yours?`,
  everybody: 'Show all of them',
  retry: 'Choose other sheets',
};

export const session = {
  askDate: 'Add the day',
  ask: 'Add the start time',
  change: 'Change the start time',
  date: 'The day of this session',
  start: 'This session starts at',
  hint: 'Its heats then get times worked out from the seed times. Meets run early and late: the pool’s announcements count.',
  save: 'Save',
  close: 'Cancel',
};
