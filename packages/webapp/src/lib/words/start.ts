/** The start page: short, the sport's own words, a grown-up speaking to a tired grown-up. */
import { kindWords, sheets, type SheetKind } from './common.ts';

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
  /** Said, not shown: the list shows it. */
  moved: (name: string, place: number, of: number): string => `${name} is now ${place} of ${of}.`,
  removed: (name: string, left: number): string => `${name} removed. ${sheets(left)} to read.`,
  notHeats: (name: string, kind: Exclude<SheetKind, 'heat_sheet'>): string =>
    `${name} ${kindWords[kind]}`,
  wrong: (kind: Exclude<SheetKind, 'heat_sheet'>): string =>
    kind === 'other'
      ? 'This does not look like a heat sheet. It is looked at again once it is sent.'
      : `This ${kindWords[kind]}`,
  remove: (name: string): string => `Remove ${name}`,
  order: (name: string): string => `Change the order of ${name}`,
  up: (name: string): string => `Move ${name} up`,
  down: (name: string): string => `Move ${name} down`,
  notPdf: (name: string): string => `${name} is not a PDF, so it was left out.`,
  empty: (name: string): string => `${name} is empty, so it was left out.`,
  tooLarge: (name: string, megabytes: number): string =>
    `${name} is larger than ${megabytes} MB, so it was left out.`,
  twice: (name: string): string => `${name} is already in the list. It is read once.`,
  unopened: 'It could not be opened here. It is looked at again once it is sent.',
  tooMany: (names: readonly string[], limit: number): string => {
    const [first = ''] = names;
    const all =
      names.length === 1
        ? `${first} is one too many`
        : `${first} and ${names.length - 1} more are too many`;
    return `${all}: ${limit} sheets go at a time. Start a second search for the rest.`;
  },
};

/** Where the server takes one sheet at a time. */
export const oneSheet = {
  which: 'Which sheet',
  choose: 'Choose a PDF',
  chooseOther: 'Choose another PDF',
  drop: 'or drop or paste it here',
  limits: (megabytes: number): string => `One sheet at a time, up to ${megabytes} MB.`,
  address: 'Or the address of a PDF',
  example: 'swim.example/heats.pdf',
  missing: 'Choose a heat sheet first.',
  reading: 'Reading the sheet',
};

export const web = {
  label: 'Or the address of the meet’s page, or of a PDF',
  example: 'swim.example/meet',
  look: 'Look there',
  take: 'Take the PDF',
  looking: 'Looking at the page',
  wrong: 'This is not a web address yet. One looks like swimclub.org/meet.',
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
  /** `limit` sheets go at a time. */
  add: (n: number, limit: number): string => {
    if (n === 0) return 'Tick a sheet first';
    return n > limit ? `Take ${limit} of ${sheets(n)}` : `Take ${sheets(n)}`;
  },
  drop: 'Leave them',
};
