/** Everything the page says, in one place: short, the sport's own words, a grown-up speaking to a tired grown-up. */
import type { SourceView, TimeSource } from '@heatsync/shared';
import type { Repeats, Spot } from './model/repeats.ts';

type SheetKind = SourceView['kind'];

/** "1 race", "3 races". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** "25 min", "1 h 10 min". */
export const duration = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(' ');
};

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Ada, Bram and Cleo". */
export const list = (items: readonly string[]): string => LIST.format(items);

export const races = (n: number): string => count(n, 'race');
export const sheets = (n: number): string => count(n, 'sheet');

/** "1.2 MB", "80 KB": what a phone shows for the same file. */
export const fileSize = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} KB`;

export const page = {
  title: 'HeatSync',
  batchTitle: 'Races · HeatSync',
  shareTitle: 'Heat sheet results',
  errorTitle: 'Not found · HeatSync',
  home: 'HeatSync, to the start page',
  help: 'How it works, and what is kept',
  helpTitle: 'How it works · HeatSync',
  description: 'Drop in a swim meet’s heat sheets, type a name, get every race on the calendar.',
};

export const form = {
  headline: 'Every race of your swimmer, from the heat sheets.',
  who: 'Whose races',
  swimmer: (n: number, of: number): string => (of === 1 ? 'Swimmer’s name' : `Swimmer ${n}`),
  swimmerHint: 'First and last name, as the team enters it.',
  addSwimmer: 'Add a brother, sister or teammate',
  removeSwimmer: (name: string): string => `Remove ${name || 'this swimmer'}`,
  known: 'Swimmers typed on this device before',
  forget: (name: string): string => `Forget ${name} on this device`,
  which: 'Which sheets',
  choose: 'Choose PDFs',
  chooseMore: 'Choose more PDFs',
  drop: 'or drop or paste them here',
  limits: (files: number, megabytes: number): string =>
    `Up to ${files} sheets, ${megabytes} MB each.`,
  go: 'Go',
  find: 'Find the races',
  sending: (percent: number): string => `Sending, ${percent} %`,
  sample: 'Try a sample meet',
  sampleLoading: 'Opening the sample meet',
  choices: 'In these sheets',
  nobody: (name: string): string =>
    `No ${name} in these sheets. Check the spelling, or the sheets.`,
  missingName: 'Type the swimmer’s name first.',
  missingFiles: 'Choose at least one heat sheet first.',
};

export const queue = {
  title: (n: number): string => `${sheets(n)} to read`,
  from: (host: string): string => `from ${host}`,
  reading: (page: number, pages: number): string => `reading page ${page} of ${pages}`,
  wrong: (kind: Exclude<SheetKind, 'heat_sheet'>): string =>
    kind === 'other'
      ? 'This does not look like a heat sheet. It is looked at again once it is sent.'
      : `This ${notes.kinds[kind]}`,
  remove: (name: string): string => `Remove ${name}`,
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  notPdf: (name: string): string => `${name} is not a PDF, so it was left out.`,
  empty: (name: string): string => `${name} is empty, so it was left out.`,
  tooLarge: (name: string, megabytes: number): string =>
    `${name} is larger than ${megabytes} MB, so it was left out.`,
  twice: (name: string): string => `${name} is already in the list. It is read once.`,
  tooMany: (name: string, limit: number): string =>
    `${name} is one too many: ${limit} sheets go at a time. Start a second search for the rest.`,
};

export const web = {
  label: 'Or the address of the meet’s page, or of a PDF',
  example: 'swim.example/meet',
  look: 'Look there',
  looking: 'Looking at the page',
  wrong: 'This is not a web address yet. It looks like swimclub.org/meet.',
  found: (n: number, meet: string | null): string =>
    `${sheets(n)} on the page${meet ? ` of ${meet}` : ''}. Tick the ones to read.`,
  kinds: {
    heat_sheet: 'heat sheet',
    psych_sheet: 'psych sheet, no heats yet',
    session_report: 'session report, gives start times',
    entry_book: 'entries, no heats yet',
    results: 'results',
    relay_roster: 'relay names',
    other: 'something else',
  } satisfies Record<SheetKind, string>,
  add: (n: number): string => (n === 0 ? 'Tick a sheet first' : `Take ${sheets(n)}`),
  drop: 'Leave them',
};

export const progress = {
  title: 'Sheets',
  reading: (n: number): string => `Reading ${sheets(n)} for`,
  line: (done: number, total: number, found: number): string =>
    `${done} of ${sheets(total)} read, ${found === 1 ? '1 race' : `${found} races`} found.`,
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

export const mail = {
  ask: 'Be told by mail when all are read',
  example: 'you@example.org',
  send: 'Tell me',
  hint: 'One mail, and no name in it. The address is forgotten once it is out.',
  asked: (address: string | null): string =>
    `One mail goes ${address ? `to ${address}` : 'out'} when all sheets are read. This page need not stay open.`,
  onItsWay: 'The mail is on its way.',
};

export const results = {
  headline: (n: number): string => `${races(n)} for`,
  nothing: 'No races found for',
  and: 'and',
  read: (done: number, total: number): string =>
    done === total ? `${sheets(total)} read` : `${done} of ${sheets(total)} read`,
  explained: (found: number): string =>
    found === 1
      ? 'The name stands once in them: explained.'
      : `The name stands ${found} times in them: all explained.`,
  unexplained: (found: number, explained: number): string =>
    `The name stands ${found} times in them, ${explained} of these are explained. Look through the sheets for the rest.`,
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
  noTimeWhy: 'on the sheet',
  sources: {
    printed: 'printed',
    from_session_report: 'report',
    estimated: 'estimate',
  } satisfies Record<TimeSource, string>,
  instead: ({ filename, page, heatNumber, lane }: Repeats['instead'] & object): string =>
    `${filename}, page ${page}, says heat ${heatNumber ?? '–'}, lane ${lane ?? '–'}. Check which sheet is newer.`,
  also: (spots: readonly Spot[]): string =>
    `Also on ${list(spots.map(({ filename, page }) => `page ${page} of ${filename}`))}.`,
  clash: (name: string, eventNumber: string, time: string): string =>
    `Close to ${name}: event ${eventNumber} at ${time}.`,
  free: (minutes: number): string => `${duration(minutes)} until the next race`,
  sessions: 'Sessions',
  page: (pageNumber: number): string => `page\u00a0${pageNumber}`,
  picture: 'The line as it stands on the page',
  proof: (pageNumber: number, filename: string): string => `Page ${pageNumber} of ${filename}`,
  readByAi: 'read by AI, check against the sheet',
  when: 'start',
  noDate: 'no date on the sheet',
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

export const onlyHere = {
  label: 'Only on this device',
  hint: 'Nothing is sent: races, calendar and arm card are made on this device. There is no link to share.',
  fromWeb:
    'Sheets from the web come through the server. Remove them, or switch “Only on this device” off.',
  done: 'Read on this device; nothing was sent.',
  forget: 'Forget these results on this device',
  forgetSure: 'The sheets and the races are forgotten. They were on this device alone.',
  forgetYes: 'Forget',
  noneTitle: 'There is nothing on this device',
  none: 'The sheets were forgotten or are on another device. They can be read again any time.',
  unread: 'This device could not read it. The server may: send it without “Only on this device”.',
  failures: {
    NOT_A_PDF: 'This file is not a PDF inside.',
    ENCRYPTED: 'This PDF is locked with a password. Open it, print it to a new PDF, and add that.',
    TOO_MANY_PAGES: 'This PDF has more than 500 pages.',
    DAMAGED: 'This PDF is damaged or too large for this device.',
  },
};

export const notes = {
  failed: 'This sheet could not be read.',
  again: 'Read it again',
  allAgain: 'Read all of these again',
  absent: (files: readonly string[]): string => `The name is not in ${list(files)}.`,
  kinds: {
    psych_sheet: 'is a psych sheet: it ranks entries, heats are not set yet.',
    results: 'holds results: those races are over.',
    session_report: 'is a session report: it tells when events start, not who swims.',
    entry_book: 'is an entry book: it lists entries, heats are not set yet.',
    relay_roster: 'is a relay roster: it names teams, not heats.',
    other: 'is not a heat sheet.',
  } satisfies Record<Exclude<SheetKind, 'heat_sheet'>, string>,
  reportInUse: 'is a session report: the start times marked “report” come from it.',
  doubtful: (filename: string, kind: SheetKind): string =>
    kind === 'session_report'
      ? `Not all of ${filename} could be read: some races may lack their time.`
      : `Something in ${filename} does not add up: compare the races with the sheet.`,
  byAi: (filename: string): string =>
    `An AI model read ${filename}, as HeatSync could not: check its races against the sheet.`,
  nameless: (files: readonly string[]): string =>
    `The relays in ${list(files)} name no swimmers: one of yours may be missing here.`,
  whatWasRead: (meets: readonly string[], sessions: readonly string[], names: number): string =>
    `Read were ${[
      meets.length > 0 && list(meets),
      sessions.length > 0 && list(sessions),
      count(names, 'name'),
    ]
      .filter(Boolean)
      .join('; ')}. Is this the right meet?`,
  notFound: 'Check the spelling, or try the last name first. Sheets shorten long names at times.',
  suggestions: 'Names on the sheets that come close:',
  ask: (name: string): string =>
    `There is more than one ${name} in these sheets. Which one is yours?`,
  person: (age: string | null, team: string | null): string =>
    [age && `age ${age}`, team].filter(Boolean).join(', ') || 'no age or team given',
  everybody: 'Show all of them',
  retry: 'Search again with other sheets or another name',
};

export const session = {
  askDate: 'Add the day',
  ask: 'Add the start time',
  change: 'Change the start time',
  date: 'The day of this session',
  start: 'This session starts at',
  hint: 'Its heats then get times worked out from the seed times. Meets run early and late: look up at the pool.',
  save: 'Save',
  close: 'Cancel',
};

export const homeScreen = {
  offer:
    'On the home screen HeatSync opens without a connection, and takes PDFs that you share from mail or files.',
  add: 'Add to home screen',
  no: 'Not now',
};

export const deleting = {
  ask: 'Delete these results now',
  sure: 'Everything read for these results is deleted from the server, and the link stops working.',
  yes: 'Delete',
  no: 'Keep',
};

export const exporting = {
  title: 'Calendar',
  choose: 'Which races',
  reminder: 'Remind me before the start',
  minutes: (n: number): string => `${n} min`,
  add: (n: number): string => `Add ${n} to calendar`,
  addNone: 'Nothing to add',
  zone: (zone: string): string => `Times are in ${zone.replaceAll('_', ' ')},`,
  zoneMeet: 'the meet’s own time zone.',
  zoneViewer: 'the zone of this device.',
  undated: (n: number): string =>
    n === 1
      ? '1 race has no date on the sheet and cannot go on the calendar.'
      : `${n} races have no date on the sheet and cannot go on the calendar.`,
  untimed: (n: number): string =>
    n === 1
      ? '1 race has no time and goes in as an all-day note.'
      : `${n} races have no time and go in as all-day notes.`,
  next: 'What to do next',
  print: 'Print this page',
  google: 'Add to Google Calendar',
  subscribe: 'Subscribe instead',
  subscribeHint:
    'A calendar that follows these sheets. Calendars ask for news every few hours, some once a day; this page is faster.',
  share: 'Share the link',
  shared: 'Link copied',
  qr: 'Show the link as a QR code',
  qrLabel: 'QR code of the link to this page',
  shareHint: 'Whoever has the link sees these races.',
  shareFailed: 'The link could not be copied. It is in the address bar.',
};

export const card = {
  title: 'Arm card',
  heads: ['event', 'heat', 'lane', 'stroke'],
  print: 'Print the cards',
  save: 'Save as a picture',
  close: 'Close the arm card',
  filename: (date: string | null): string => `arm-card${date ? `-${date}` : ''}.png`,
  notSaved: 'The picture could not be saved. Print the card, or take a screenshot of it.',
} as const;

export const errors = {
  offline: 'The server cannot be reached. Nothing was lost: check the connection and try again.',
  unreadable: 'The server gave an answer this page does not understand. Load the page again.',
  sample: 'The sample meet is not here. Your own sheets work all the same.',
  notFoundTitle: 'There is nothing at this address',
  notFound:
    'The link may be cut short or the results have expired. The sheets can be read again any time.',
  unreachableTitle: 'The races cannot be shown just now',
  brokenTitle: 'This page stopped working',
  broken: 'Your races are safe on the server. Load the page again.',
  home: 'Find races in new sheets',
};
