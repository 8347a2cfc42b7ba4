/** What of a session report's sessions does not add up: its own totals, and what its other sessions have. */
import type { CheckName, SessionRow, Warning } from '../../types.ts';
import { eventDoubts } from './eventDoubts.ts';
import type { SeenSession } from './state.ts';

type Doubt = [reason: CheckName, text: string];

const sum = (values: (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const heatsOf = ({ events }: SeenSession): number => sum(events.map(({ event }) => event.heats));

/**
 * What the entries may add up to: each row of a flighted event shows the whole event's, and an event may come in two rounds, of which
 * the total counts both or one.
 */
const entriesOf = ({ events }: SeenSession): number[] => {
  const rows = events.map(({ event }) => event);
  const keys: ((row: Exclude<SessionRow, { break: string }>) => string)[] = [
    (row) => row.event,
    (row) => JSON.stringify([row.event, row.round]),
  ];
  const once = keys.map((key) => new Map(rows.map((row) => [key(row), row.entries])));
  return [sum(rows.map(({ entries }) => entries)), ...once.map((map) => sum([...map.values()]))];
};

/** What the report itself adds up is compared with the rows that were read. */
const totalDoubts = (seen: SeenSession): Doubt[] => {
  const { totals } = seen;
  if (totals === null) return [];
  if (totals === 'unclear') return [['entries_total', 'Its totals cannot be read.']];
  const [heats, entries] = [heatsOf(seen), entriesOf(seen)];
  const found = (own: number, all: number, what: string) => `${own} of ${all} ${what} found.`;
  return [
    ...(heats === totals.heats
      ? []
      : [['heats_of', found(heats, totals.heats, 'heats')] satisfies Doubt]),
    ...(entries.includes(totals.entries)
      ? []
      : [['entries_total', found(entries[0] ?? 0, totals.entries, 'entries')] satisfies Doubt]),
  ];
};

type Part = [name: string, has: (seen: SeenSession) => boolean];

const PARTS: Part[] = [
  ['Its day', ({ session }) => session.day !== null],
  ['Its start', ({ session }) => session.start !== null],
  ['The pause between its heats', ({ session }) => session.intervalSeconds !== null],
  ['The heading of its table', ({ hasTable }) => hasTable],
  ['Its finish', ({ hasFinish }) => hasFinish],
];
/** What is counted only where there is something to count. */
const COUNTED: Part[] = [
  ['The number of its swimmers', ({ hasCounts }) => hasCounts],
  ['The line with its totals', ({ totals }) => totals !== null],
];

/** What other sessions of the report have, or a session without events or any end. */
const missingParts = (seen: SeenSession, sessions: SeenSession[]): Doubt[] => {
  const parts = heatsOf(seen) > 0 ? [...PARTS, ...COUNTED] : PARTS;
  const missing = parts.filter(([, has]) => !has(seen) && sessions.some(has));
  const isOpen = seen.totals === null && !seen.hasFinish;
  const names = [
    ...missing.map(([name]) => name),
    ...(isOpen && missing.length === 0 ? ['Its end'] : []),
    ...(seen.events.length === 0 ? ['Every one of its events'] : []),
  ];
  return names.map((name) => ['rows_explained', `${name} is missing.`]);
};

const rowsOf = ({ session: { title, start, rows } }: SeenSession): string =>
  JSON.stringify([title, start, rows]);

/** A session that comes again, row for row: its page stands twice. */
const comesTwice = (seen: SeenSession, sessions: SeenSession[]): Doubt[] => {
  const earlier = sessions.slice(0, sessions.indexOf(seen));
  const twice = seen.events.length > 0 && earlier.some((one) => rowsOf(one) === rowsOf(seen));
  return twice ? [['pages_run_on', 'It stands twice.']] : [];
};

/** Adds to each session what is doubtful about it. */
export const findDoubts = (sessions: SeenSession[]): void => {
  for (const seen of sessions) {
    const found = [
      ...totalDoubts(seen),
      ...missingParts(seen, sessions),
      ...comesTwice(seen, sessions),
      ...eventDoubts(seen, sessions).map((text): Doubt => ['rows_explained', text]),
    ];
    const warnings = found.map(([reason, text]): Warning => ({
      reason,
      page: seen.page,
      text: `Session ${seen.session.key}: ${text}`,
    }));
    seen.doubts.push(...warnings);
  }
};
