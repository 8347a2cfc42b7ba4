/** The rows that say what comes below them: an event's header, a heat's, the columns'. */
import { formatSeed, toTwelveHours } from './clock.ts';
import { bold, text, type Row } from './layout.ts';
import type { Look } from './look.ts';
import { standardHeader } from './oddForms.ts';
import { heatTail, secondTimeHeader } from './oddLooks.ts';
import type { MeetEvent, MeetHeat } from './types.ts';

const numberOf = ({ number, combined }: MeetEvent): string =>
  combined ? `${number} / ${combined.number}` : number;

const nameOf = ({ name, combined }: MeetEvent): string => combined?.printedName ?? name;

const EVENT_WORDS = { number: 'Event No. ', hash: 'Event #', colon: 'EVENT: ', short: 'Ev. ' };

const eventWord = ({ style, options: { events } }: Look): string =>
  style === 'hash' ? '#' : events ? EVENT_WORDS[events] : 'Event ';

const markOf = ({ options }: Look): string => options.eventMark ?? '';

export const eventRow = (look: Look, event: MeetEvent): Row => [
  bold(look.grid, `${eventWord(look)}${numberOf(event)}${markOf(look)}  ${nameOf(event)}`),
];

/** A ranked list's event on top of a page: "#11 ... (Girls …)", "Event 8 ...(Boys …)". */
export const continuedEventRow = (look: Look, event: MeetEvent): Row => {
  const dots = look.style === 'event' ? '...' : '... ';
  return [
    bold(look.grid, `${eventWord(look)}${event.number}${markOf(look)} ${dots}(${event.name})`),
  ];
};

const standardRows = ({ grid }: Look, event: MeetEvent): Row[] =>
  event.standards.map(({ seconds, name }) => [
    text(grid, formatSeed(seconds), grid.age, 'right'),
    text(grid, name, grid.team),
  ]);

const recordRows = ({ grid }: Look, event: MeetEvent): Row[] =>
  event.records.flatMap(({ label, seconds, date, holder, team }) => [
    [
      text(grid, `${label}:`, grid.age * 0.55, 'right'),
      text(grid, formatSeed(seconds), grid.age * 0.6),
      text(grid, date, grid.age * 0.9),
      text(grid, holder, grid.team + grid.age * 0.28),
    ],
    ...(team === null ? [] : [[text(grid, team, 0)]]),
  ]);

export const columnRow = (look: Look, event: MeetEvent, ranked: boolean): Row => {
  const { grid, labels, options } = look;
  const years = options.years ?? false;
  const college = options.college ?? false;
  return [
    ...(ranked ? [] : [text(grid, labels.lane, 0)]),
    text(grid, event.relay ? labels.team : labels.name, grid.name + 2),
    ...(event.relay
      ? [text(grid, labels.relay, grid.team)]
      : [
          ...(options.withoutAges
            ? []
            : [text(grid, college ? 'Elig. Year' : years ? 'Yr' : labels.age, grid.age, 'right')]),
          text(grid, college ? 'Team Name' : years ? 'School' : labels.team, grid.team),
        ]),
    ...standardHeader(look),
    ...(options.seedless
      ? []
      : [
          text(
            grid,
            event.lettered ? 'Prelims' : college ? 'Seed' : labels.seed,
            grid.seed,
            'right',
          ),
        ]),
    ...secondTimeHeader(look),
  ];
};

const NO_ENTRIES = '--- No entries for event';

/** What a host wants swimmers to know; it may begin with a figure. */
const REMARKS = ['Positive check-in closes at 8:30', '1 swimmer per lane, bring 2 timers'];

const remarkRows = ({ grid, options }: Look): Row[] =>
  options.remarks ? REMARKS.map((words) => [text(grid, words, 6)]) : [];

/** Everything between an event's header and its first heat. */
export const preambleRows = (look: Look, event: MeetEvent, ranked: boolean): Row[] => [
  ...remarkRows(look),
  ...recordRows(look, event),
  ...standardRows(look, event),
  ...(look.options.columnsAbove ? [] : [columnRow(look, event, ranked)]),
  ...(event.heats.length ? [] : [[text(look.grid, NO_ENTRIES, 8)]]),
];

const startText = ({ starts, labels }: Look, heat: MeetHeat) =>
  starts ? ` ${labels.starts} ${toTwelveHours(heat.start)}` : '';

const WITH_FINALS = 'Swimming with Finals';

/** Whether the heat is the fastest of an event whose fastest heat waits for the evening. */
const waits = (event: MeetEvent, { number, inner }: MeetHeat): boolean =>
  event.withFinals && (inner?.number ?? number) === 1;

const innerText = (event: MeetEvent, { inner }: MeetHeat): string => {
  if (!inner) return '';
  const name = inner.event === 0 ? event.name : (event.combined?.name ?? '');
  return ` (Heat ${inner.number} ${name.replace(/ (\S+ & \S+|\d\S*|\d+ Year Olds)(?= \d)/, '')})`;
};

export const roundOf = (event: MeetEvent, heat: MeetHeat): string | null => {
  if (heat.inner) return waits(event, heat) ? 'Finals' : null;
  return heat.round ?? event.round;
};

/** "Heat  1", "Heat: 1", "Heat  #1", "Heat  1A". */
const heatNumber = ({ labels, options: { heats } }: Look, { number }: MeetHeat): string =>
  `${labels.heat}${heats === 'colon' ? ':' : ''}  ${heats === 'hash' ? '#' : ''}${number}${heats === 'letter' ? 'A' : ''}`;

/** "Heat  1 of 4  Finals - Swimming with Finals", "Heat  1 C - Final", "Heat  1 (Heat 1 Girls 800 Free)". */
export const heatRow = (look: Look, event: MeetEvent, heat: MeetHeat): Row => {
  const { grid, options } = look;
  const of = options.heats === 'slash' ? '/' : ' of ';
  const count = heat.inner || event.lettered ? '' : `${of}${event.of}`;
  const round = heat.inner
    ? innerText(event, heat)
    : `  ${heat.round ?? event.round}${waits(event, heat) ? ' -' : ''}`;
  const wait = waits(event, heat) ? ` ${WITH_FINALS}` : '';
  return [
    bold(
      grid,
      `${heatNumber(look, heat)}${count}${round}${wait}${startText(look, heat)}${heatTail(look, heat)}`,
      2,
    ),
  ];
};

/** Page-top headers may leave the round out; real ones do, now and then. */
export const roundAtTop = ({ options }: Look, event: MeetEvent, heat: MeetHeat): string | null => {
  const named = options.topRounds ?? 'some';
  const shown = event.lettered || named === 'all' || (named === 'some' && heat.number % 2 === 1);
  return shown && !heat.inner ? (heat.round ?? event.round) : null;
};

export const heatRowAtTop = (look: Look, event: MeetEvent, heat: MeetHeat): Row => {
  const round = roundAtTop(look, event, heat);
  const own = heat.inner ? innerText(event, heat) : round ? ` ${round}` : '';
  const words = `${heatNumber(look, heat)}${own}${startText(look, heat)}${heatTail(look, heat)}`;
  const repeated = event.combined
    ? `(#${numberOf(event)} )`
    : `(#${event.number}${markOf(look)} ${event.name})`;
  return [bold(look.grid, `${words}  ${repeated}`, 2)];
};

export const wordRow = ({ grid }: Look, word: string): Row => [bold(grid, word, 2)];
