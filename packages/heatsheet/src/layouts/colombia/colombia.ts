/**
 * The program of Colombian meets that ColombiaAcuatica.com prints: "Heat # 1 ~ 17:45", lanes "3 11M First Last club 7:02.39".
 * Known from the text of such programs in other projects' tests only: no sheet of our own has proven it.
 */
import { isoDate } from '../../dates.ts';
import { factsIn } from '../../languages/language.ts';
import { spanish } from '../../languages/spanish.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Entry, LineRole, Warning } from '../../types.ts';
import {
  addEntry,
  addLine,
  openEvent,
  openHeat,
  openSession,
  startBuilding,
  toReading,
  type Building,
} from '../common/building.ts';
import { cutBottoms } from '../common/cutBottoms.ts';
import { laneDoubts, noteEmptyLane } from '../common/lanes.ts';
import { singleColumns, textOf } from '../common/pages.ts';
import { countedOnDoubts, isGappy, noteRepeatedHeat, type Repeated } from '../common/countedOn.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';

const SESSION =
  /^Session:\s*(\d+)\s+(\d{4})-([A-Z][a-z]{2})-(\d{2})\b.*?(?:Start Competition:\s*(\d{1,2}:\d{2}))?$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** "67 (M) 11Y - 12Y - 13Y | M": number, sex, ages; the race itself stands on the next line. */
const EVENT = /^(\d+[A-Z]?)\s+\(([MFX])\)\s+(.*?)\s*\|\s*[MFX]$/;
const RACE = /^(?:\d+\s*x\s*)?\d+\s*m\s+\S.*\/.*$/i;
const HEAT = /^Heat\s*#\s*(\d+)(?:\s*~\s*(\d{1,2}:\d{2}))?$/;
const LANE =
  /^(\d{1,2})\s+((?:\d{1,2}[MFX])|[A-Z][a-z]{1,3})\s+(\p{L}.*?)\s+(\p{Ll}[\p{Ll}\d]{1,5})\s+((?:\d{1,2}:)?\d{1,2}[:.]\d{2}(?:\.\d{2})?|NT|n\.t\.)$/u;
const RECORD = /^R\d*:\s*\d/;
const GENDERS = { M: 'male', F: 'female', X: 'mixed' } as const;

type State = Building & {
  repeated: Repeated[];
  pending: { number: string; sex: keyof typeof GENDERS; ages: string } | null;
};

const readSession = (state: State, text: string): LineRole | null => {
  const [, number, year, month = '', day, start] = SESSION.exec(text) ?? [];
  if (!number) return null;
  const date = isoDate(Number(year), MONTHS.indexOf(month) / 3 + 1, Number(day));
  openSession(state, { title: `Session ${number}`, date }).start = start?.padStart(5, '0') ?? null;
  return 'session';
};

const readEvent = (state: State, text: string): LineRole | null => {
  const [, number, sex, ages = ''] = EVENT.exec(text) ?? [];
  if (number) {
    state.pending = { number, sex: sex as keyof typeof GENDERS, ages };
    state.event = null;
    state.heat = null;
    return 'event_header';
  }
  if (!state.pending || !RACE.test(text)) return null;
  const { ages: printed, sex: of } = state.pending;
  const facts = { ...factsIn(spanish, text), gender: GENDERS[of], ages: printed || null };
  const name = `${text} ${printed} | ${of}`;
  openEvent(state, { number: state.pending.number, name, round: null, facts });
  state.pending = null;
  return 'event_header';
};

const readHeat = (state: State, text: string): LineRole | null => {
  const [, number, start] = HEAT.exec(text) ?? [];
  if (!number || !state.event) return null;
  const begins = start?.padStart(5, '0') ?? null;
  const heading = { number: Number(number), of: null, round: null, start: begins };
  noteRepeatedHeat(state, heading);
  openHeat(state, heading);
  return 'heat_header';
};

const readEntry = (state: State, row: Row, text: string): boolean => {
  const [, lane, group = '', who, team, seed] = LANE.exec(text) ?? [];
  if (!lane || !who || !team || !seed || !state.heat || !state.event) return false;
  const isRelay = state.event.relay;
  const entry: Entry = {
    lane: Number(lane),
    rank: null,
    name: isRelay ? null : who,
    age: isRelay ? null : (/^\d+/.exec(group)?.[0] ?? null),
    year: null,
    team,
    seed: /^n/i.test(seed) ? 'NT' : seed,
    seedFlags: [],
    relay: isRelay ? { letter: '', legs: [] } : null,
    note: null,
    page: state.page,
    box: rowBox(row),
    line: text,
  };
  addEntry(state, state.heat, entry, row);
  return true;
};

const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  const header = readSession(state, text) ?? readEvent(state, text) ?? readHeat(state, text);
  if (header) return addLine(state, row, header);
  if (readEntry(state, row, text)) return;
  if (/^\d{1,2}$/.test(text)) {
    if (state.heat) noteEmptyLane(state, state.heat, Number(text));
    return addLine(state, row, 'empty_lane');
  }
  if (RECORD.test(text)) return addLine(state, row, 'record');
  if (/^Program generated\b/i.test(text)) return addLine(state, row, 'footer');
  addLine(state, row, state.session ? 'unknown' : 'page_header');
};

/** Heats start one after the other; pages have no numbers that would show which of them stands elsewhere. */
const startDoubts = ({ events }: State): Warning[] =>
  [...Map.groupBy(events, ({ session }) => session).values()].flatMap((own) => {
    const heats = own.flatMap((event) => event.heats).filter(({ start }) => start !== null);
    const early = heats.find(({ start }, i) => (start ?? '') < (heats[i - 1]?.start ?? ''));
    const text = `A heat starts at ${early?.start}, after one that starts later.`;
    return early ? [{ reason: 'pages_run_on', page: early.page, text }] : [];
  });

/** Events above the first session's heading belong behind it: their page stands elsewhere. */
const sessionDoubts = ({ events }: State): Warning[] =>
  events
    .filter(({ session }) => session === null)
    .map(({ number, page }) => ({
      ...{ reason: 'pages_run_on', page },
      text: `Event ${number} stands above every session.`,
    }));

const doubtsOf = (state: State): Warning[] => [
  ...laneDoubts(state, false),
  ...countedOnDoubts(state, isGappy),
  ...startDoubts(state),
  ...sessionDoubts(state),
  ...spacingDoubts(state, { tops: false }),
  ...cutBottoms(state, singleColumns(state), { headed: true }),
];

const read = (pages: TextPage[]): Reading => {
  const state: State = { ...startBuilding(), repeated: [], pending: null };
  for (const page of pages) {
    state.page = page.page;
    for (const row of page.rows) readRow(state, row);
  }
  const titles = state.lines.filter((line) => line.role === 'page_header');
  const meetName = titles[1]?.line ?? titles[0]?.line ?? null;
  return toReading(state, null, { software: 'other', meetName, doubts: doubtsOf(state) });
};

export const colombia: Layout = {
  recognises: (pages) => {
    const text = textOf(pages.slice(0, 3));
    return (
      /^Session:\s*\d+\s+\d{4}-[A-Z][a-z]{2}-\d{2}\b/m.test(text) && /^Heat\s*#\s*\d+/m.test(text)
    );
  },
  read,
};
