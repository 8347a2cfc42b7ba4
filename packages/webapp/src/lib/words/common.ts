/** What several pages say: numbers, lists, kinds of sheets, people, errors. All of the page's text is in this folder. */
import type { SourceView } from '@heatsync/shared';

export type SheetKind = SourceView['kind'];

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

/** Made when it is needed: a phone takes a tenth of a second for it, before anything on the page works. */
let conjunction: Intl.ListFormat | undefined;

/** "Ada, Bram and Cleo". */
export const list = (items: readonly string[]): string => {
  conjunction ??= new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return conjunction.format(items);
};

export const races = (n: number): string => count(n, 'race');
export const sheets = (n: number): string => count(n, 'sheet');

/** "1.2 MB", "80 KB": what a phone shows for the same file. */
export const fileSize = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} KB`;

export const page = {
  title: 'HeatSync',
  batchTitle: 'Races · HeatSync',
  shareTitle: 'Heat sheet results',
  missingTitle: 'Not found · HeatSync',
  brokenTitle: 'Not working · HeatSync',
  loading: 'The races are being looked up',
  home: 'HeatSync, to the start page',
  help: 'How it works, and what is kept',
  helpTitle: 'How it works · HeatSync',
  description: 'Drop in a swim meet’s heat sheets, type a name, get every race on the calendar.',
};

export const version = {
  title: 'New version',
  ready: 'A new version is ready.',
  reload: 'Load it',
};

export const errors = {
  offline: 'The server cannot be reached. Nothing was lost: check the connection and try again.',
  unreadable: 'The server gave an answer this page does not understand. Load the page again.',
  sample: 'The sample meet is not here. Your own sheets work all the same.',
  notFoundTitle: 'There is nothing at this address',
  notFound:
    'The link may be cut short or the results have expired. The sheets can be read again any time.',
  unreachableTitle: 'The races cannot be shown just now',
  brokenTitle: 'This page stopped working',
  broken: 'Your races are safe. Check the connection, then load the page again.',
  again: 'Load the page again',
  home: 'Find races in new sheets',
};

/** What a sheet without heats is; its name stands before it. */
export const kindWords = {
  psych_sheet: 'is a psych sheet: it ranks entries, heats are not set yet.',
  results: 'holds results: those races are over.',
  session_report: 'is a session report: it tells when events start, not who swims.',
  entry_book: 'is an entry book: it lists entries, heats are not set yet.',
  relay_roster: 'is a relay roster: it names teams, not heats.',
  other: 'is not a heat sheet.',
} satisfies Record<Exclude<SheetKind, 'heat_sheet'>, string>;

/** Tells namesakes apart. */
export const personWords = (age: string | null, team: string | null): string =>
  [age && `age ${age}`, team].filter(Boolean).join(', ') || 'no age or team given';
