/** Single lines of a Splash start list, where a real one has them. */
import { formatSeed } from './clock.ts';
import { inCyrillic } from './cyrillic.ts';
import { birthYear, clubOf, dottedDate } from './european.ts';
import type { Draft, Row } from './layout.ts';
import type { SplashWords } from './splashWords.ts';
import { cell, line, type Line } from './startList.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, Swimmer } from './types.ts';

/** What a host has set; nothing set is the plainest sheet. */
export type SplashLook = {
  /** "Seri 1" instead of "Seri 1 of 22". */
  withoutCount?: boolean;
  /** Each heat's own time behind its number. */
  heatTimes?: boolean;
  /** Lanes without swimmer are printed. */
  emptyLanes?: boolean;
  /** "1 - Session A | 12.03.2026 - 8:30" where a session begins. */
  sessionHeads?: boolean;
  /** The foot names the host instead of the product. */
  hostFooter?: boolean;
  /** A page may end in the middle of a heat. */
  tornHeats?: boolean;
  /** A sentence between two heats. */
  remarks?: boolean;
  /** "5:23:71" or "5:23,71" for "5:23.71". */
  times?: 'colons' | 'comma';
  /** Years of birth in four figures. */
  fullYears?: boolean;
  /** A licence's number, and here and there "PK", between club and time. */
  codes?: boolean;
  /** "TEAL, Ada" for "Ada TEAL". */
  commas?: boolean;
  /** A nation between year and club. */
  nations?: boolean;
};

const LEFT = 43;
const LANE_END = 63.3;
const NAME = 68;
const YEAR = 242;
const CLUB = 267;
const TIME_END = 548;
const RIGHT = 553;
const SECOND_LEG = 300;
const BODY = 9;
const SMALL = 8;
/** As close as a real one: the embedded font's letters reach into the rows around. */
const PITCH = 12;

/** "Erkekler, 50m Serbest", "Bayanlar, 4 x 100m Serbest". */
export const eventTitle = (words: SplashWords, event: MeetEvent): string => {
  const length = event.relay ? `4 x ${event.distance / 4}m` : `${event.distance}m`;
  return `${words.sexes[event.sex]}, ${length} ${words.strokes[event.stroke] ?? event.stroke}`;
};

/** A relay's list says that it is the final. */
const roundOf = (words: SplashWords, event: MeetEvent): string | null =>
  event.relay ? words.final : null;

const startOf = (event: MeetEvent): string => event.heats[0]?.start ?? '09:00';

const yearOf = (meet: Meet, { fullYears }: SplashLook, swimmer: Swimmer): string =>
  String(birthYear(meet, swimmer)).slice(fullYears ? 0 : 2);

const SEPARATORS = { colons: ':', comma: ',' };

const timeOf = ({ times }: SplashLook, seconds: number | null): string =>
  times ? formatSeed(seconds).replace('.', SEPARATORS[times]) : formatSeed(seconds);

const printedName = (
  { first, last }: Swimmer,
  { locale }: SplashWords,
  { commas }: SplashLook,
): string => {
  const surname = last.toLocaleUpperCase(locale);
  const name = commas ? `${surname}, ${first}` : `${first} ${surname}`;
  return locale === 'ru' ? inCyrillic(name) : name;
};

const PRODUCT = ['Splash Meet Manager, 11.83921', 'Registered to Harbor Federation'] as const;
const HOST = ['Harbor Federation e.V.', 'www.harbor-light.example'] as const;

export const pageHead = (
  words: SplashWords,
  look: SplashLook,
  { name, place, page }: { name: string; place: string; page: number },
): Row => [
  { ...cell(name, 297, BODY, 'center'), y: 52 },
  { ...cell(place, 297, BODY, 'center'), y: 64 },
  { ...cell((look.hostFooter ? HOST : PRODUCT)[0], LEFT, 7), y: 808 },
  { ...cell((look.hostFooter ? HOST : PRODUCT)[1], 297, 7, 'center'), y: 808 },
  { ...cell(`01.06.2027 9:24 - ${words.page} ${page}`, RIGHT, 7, 'right'), y: 808 },
];

export const topOfPage = (words: SplashWords, event: MeetEvent): Line =>
  line([cell(`${words.event} ${event.number}, ${eventTitle(words, event)}`, LEFT, BODY)], 19);

/** An event's header, its day and time, qualifying times, a record with its holder, the names of the columns. */
export const eventHead = (words: SplashWords, event: MeetEvent, date: string): Line[] => {
  const round = roundOf(words, event);
  const list = round ? `${words.startList} ${round}` : words.startList;
  const standards = event.standards.map(
    ({ seconds }, index) => `${15 + index}: ${formatSeed(seconds)}`,
  );
  return [
    line(
      [
        cell(`${words.event} ${event.number}`, LEFT, BODY),
        cell(eventTitle(words, event), 297, BODY, 'center'),
        cell(words.ages, RIGHT, BODY, 'right'),
      ],
      29,
    ),
    line(
      [
        cell(`${dottedDate(date)} - ${startOf(event)}`, LEFT, BODY),
        cell(list, RIGHT, BODY, 'right'),
      ],
      PITCH,
    ),
    ...event.records.flatMap(({ seconds, holder, team }) => [
      line(
        [
          cell('REC', LEFT, SMALL),
          cell(holder, 120, SMALL),
          cell(formatSeed(seconds), 300, SMALL),
          cell('3.5.2019', 400, SMALL),
        ],
        13,
      ),
      ...(team === null ? [] : [line([cell(team, 120, SMALL)], 13)]),
    ]),
    ...(standards.length ? [line([cell(`LIM. ${standards.join('; ')}`, LEFT, SMALL)], 13)] : []),
    ...(event.relay ? [] : [line([cell(words.birthYear, YEAR, SMALL)], 18)]),
  ];
};

const legLines = (meet: Meet, words: SplashWords, look: SplashLook, entry: MeetEntry): Line[] => {
  const legs = (entry.relay?.legs ?? []).flatMap((leg, index) => {
    const x = index % 2 ? SECOND_LEG : NAME;
    return [
      [cell(printedName(leg, words, look), x, BODY), cell(yearOf(meet, look, leg), x + 190, BODY)],
    ];
  });
  return Array.from({ length: Math.ceil(legs.length / 2) }, (_, index) =>
    line(legs.slice(index * 2, index * 2 + 2).flat(), PITCH),
  );
};

const truthOf = (
  meet: Meet,
  words: SplashWords,
  look: SplashLook,
  event: MeetEvent,
  heat: MeetHeat,
  { lane, team, seconds, swimmer, relay }: MeetEntry,
): Draft => ({
  event: event.number,
  heat: heat.number,
  lane,
  rank: null,
  name: swimmer ? printedName(swimmer, words, look) : null,
  team: clubOf(team),
  age: swimmer ? yearOf(meet, look, swimmer) : null,
  seed: timeOf(look, seconds),
  relayLetter: relay ? relay.letter : null,
  legs: relay ? relay.legs.map((leg) => printedName(leg, words, look)) : null,
  round: roundOf(words, event),
  start: startOf(event),
  note: null,
});

const entryLines = (
  meet: Meet,
  words: SplashWords,
  look: SplashLook,
  event: MeetEvent,
  heat: MeetHeat,
  entry: MeetEntry,
): Line[] => {
  const { swimmer, relay } = entry;
  const club = clubOf(entry.team);
  const who = swimmer ? printedName(swimmer, words, look) : `${club} ${relay?.letter ?? ''}`;
  const cells = [
    cell(String(entry.lane), LANE_END, BODY, 'right'),
    cell(who, NAME, BODY),
    ...(swimmer ? [cell(yearOf(meet, look, swimmer), YEAR, BODY)] : []),
    ...(look.nations ? [cell('GER', CLUB, BODY)] : []),
    cell(club, look.nations ? CLUB + 28 : CLUB, BODY),
    ...(look.codes ? [cell('06', 462, BODY)] : []),
    ...(look.codes && entry.lane % 3 === 0 ? [cell('PK', 484, BODY)] : []),
    cell(timeOf(look, entry.seconds), TIME_END, BODY, 'right'),
  ];
  const start = look.heatTimes ? heat.start : startOf(event);
  const draft = { ...truthOf(meet, words, look, event, heat, entry), start };
  return [line(cells, PITCH, draft), ...legLines(meet, words, look, entry)];
};

/** "1 - A | 12.03.2026 - 8:30". */
export const sessionHead = (number: number, title: string, when: string): Line =>
  line([cell(`${number} - ${title}`, LEFT, BODY), cell(when, RIGHT, BODY, 'right')], 24);

const headOfHeat = (words: SplashWords, look: SplashLook, event: MeetEvent, heat: MeetHeat) => {
  const count = look.withoutCount ? '' : ` ${words.of} ${event.of}`;
  const time = look.heatTimes ? cell(heat.start, RIGHT, BODY, 'right') : null;
  return line(
    [cell(`${words.heat} ${heat.number}${count}`, LEFT, BODY), ...(time ? [time] : [])],
    24,
  );
};

/** A heat with its lanes; every third begins a new age group. */
export const heatLines = (
  meet: Meet,
  words: SplashWords,
  look: SplashLook,
  event: MeetEvent,
  heat: MeetHeat,
): Line[] => [
  ...(heat.number % 3 === 0 ? [line([cell(words.group, LEFT, BODY)], 24)] : []),
  ...(look.remarks && heat.number === 2
    ? [line([cell('Info: Siegerehrung', LEFT, BODY)], 16)]
    : []),
  headOfHeat(words, look, event, heat),
  ...Array.from({ length: heat.lanes }, (_, index) => heat.firstLane + index).flatMap((lane) => {
    const entry = heat.entries.find((other) => other.lane === lane);
    if (entry) return entryLines(meet, words, look, event, heat, entry);
    return look.emptyLanes ? [line([cell(String(lane), LANE_END, BODY, 'right')], PITCH)] : [];
  }),
];
