/** What the mail says. No swimmer is named: a mail lies about on servers and lock screens. */
import type { BatchStatus } from '@heatsync/shared';

export type MailFacts = {
  status: BatchStatus;
  /** Sheets handed in, read and not read. */
  total: number;
  completed: number;
  failed: number;
  races: number;
  /** As the sheets print them. */
  meets: string[];
};

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const are = (n: number): string => (n === 1 ? 'is' : 'are');
/** Made when it is wanted: its tables take long to load. */
const listOf = (names: string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

const SUBJECTS: Partial<Record<BatchStatus, (facts: MailFacts) => string>> = {
  completed: ({ races }) => `Your heat sheets are read: ${count(races, 'race')}`,
  partial: ({ completed, total, races }) =>
    `${completed} of ${count(total, 'heat sheet')} are read: ${count(races, 'race')}`,
  failed: () => 'Your heat sheets could not be read',
  cancelled: () => 'Reading your heat sheets was stopped',
};

const allRead = (total: number): string =>
  total === 1 ? 'The sheet is read.' : `${total === 2 ? 'Both' : `All ${total}`} sheets are read.`;

const read = ({ completed, total }: MailFacts): string =>
  completed === total
    ? allRead(total)
    : `${completed} of ${count(total, 'sheet')} ${are(completed)} read.`;

const HEADLINES: Partial<Record<BatchStatus, string>> = {
  failed: 'No sheet could be read',
  cancelled: 'The reading was stopped',
};

/** The answer in a few words. */
export const headlineOf = ({ status, races }: MailFacts): string =>
  HEADLINES[status] ?? (races === 0 ? 'No race found' : `${count(races, 'race')} found`);

const nobody = ({ races }: MailFacts): string =>
  races === 0
    ? ' The name that was typed does not stand in them: the page shows the names that come close.'
    : '';

const LEADS: Partial<Record<BatchStatus, (facts: MailFacts) => string>> = {
  completed: (facts) => `${read(facts)}${nobody(facts)}`,
  partial: (facts) =>
    `${read(facts)}${nobody(facts)} ${facts.failed} could not be read: the page says why, and what to do.`,
  failed: () => 'The page says why, and what to do.',
  cancelled: (facts) =>
    `Somebody with the link did so. ${read(facts)}${facts.races > 0 ? ` ${count(facts.races, 'race')} found.` : ''}`,
};

const MEET_LENGTH = 80;
const MOST_MEETS = 5;

/** A meet's name comes out of a stranger's PDF: short, on one line, and nothing in it becomes a link. */
const plainMeet = (name: string): string =>
  name
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MEET_LENGTH)
    .replaceAll(/[.:/@](?=\S)/g, '$& ');

/** "Harbor Light Open and 2 more"; empty where no sheet names its meet. */
export const meetsLine = (meets: string[]): string => {
  const names = [...new Set(meets.map(plainMeet))].filter((name) => name !== '');
  const more = names.length - MOST_MEETS;
  return listOf([...names.slice(0, MOST_MEETS), ...(more > 0 ? [`${more} more`] : [])]);
};

export const subjectOf = (facts: MailFacts): string =>
  SUBJECTS[facts.status]?.(facts) ?? 'Your heat sheets';
/** What it is the answer of, and what is left to do. */
export const leadOf = (facts: MailFacts): string => (LEADS[facts.status] ?? read)(facts);
export const buttonOf = ({ races }: MailFacts): string =>
  races > 0 ? 'See the races' : 'See the page';

export const WHY =
  'You get this mail because somebody with the link to these results typed your address there, to be told once when the sheets are read. HeatSync keeps the address until this mail is out, and no longer.';
export const STOP = 'Stop all mail to this address';
export const PRIVACY = 'What is kept, and how long';
