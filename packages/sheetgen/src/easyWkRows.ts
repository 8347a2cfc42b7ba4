/** Single lines of an EasyWk start list, where a real one has them. */
import { birthYear, clubOf, GERMAN, lengthOf } from './european.ts';
import type { Draft } from './layout.ts';
import { cell, line, type Line } from './startList.ts';
import { printedName } from './swimmers.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat } from './types.ts';

export type EasyWkLook = {
  /** "Lauf 1/3", or "Lauf 1" only. */
  heatsOf: boolean;
  /** "(3 Läufe) (ca. 09:00 Uhr)" in the list of events. */
  heatsInList: boolean;
  /** Whether lanes without entry are printed. */
  emptyLanes: boolean;
};

const LEFT = 59.5;
const NAME = 118.2;
const YEAR_END = 294.9;
const CLUB = 313.8;
const TIME_END = 548.4;
const BODY = 9;
const PITCH = 11.6;
/** Wider clubs go on on a second line. */
const CLUB_LETTERS = 26;

const ROUNDS: Record<string, string> = { Prelims: 'Vorlauf' };

/** "100m Brust weiblich (Vorlauf)"; `round` replaces the event's own, null leaves it out. */
export const eventName = (event: MeetEvent, round: string | null = ROUNDS[event.round] ?? null) =>
  [
    lengthOf(event),
    GERMAN.strokes[event.stroke] ?? event.stroke,
    GERMAN.sexes[event.sex],
    ...(round ? [`(${round})`] : []),
  ].join(' ');

export const heading = (text: string): Line => line([cell(text, 56.7, 14)], 28);

/** Text at the left margin, perhaps with cells in the columns of name and club. */
export const textLine = (text: string, name?: string, club?: string): Line =>
  line(
    [
      cell(text, LEFT, BODY),
      ...(name ? [cell(name, 225, BODY)] : []),
      ...(club ? [cell(club, 372, BODY)] : []),
    ],
    PITCH,
  );

export const noteLine = (text: string): Line => ({ ...textLine(text), drop: 20 });

export const heatLine = (look: EasyWkLook, event: MeetEvent, heat: MeetHeat): Line => {
  const of = look.heatsOf ? `/${event.of}` : '';
  return line([cell(`Lauf ${heat.number}${of} (ca. ${heat.start} Uhr)`, 56.7, 12)], 25);
};

const WHO = { female: 'Schwimmerin', male: 'Schwimmer', mixed: 'Schwimmer(in)' };

export const columnLine = (event: MeetEvent): Line =>
  line(
    [
      cell('Bahn', LEFT, BODY),
      cell(WHO[event.sex], NAME, BODY),
      cell('Jg.', 262.5, BODY),
      cell('Verein', CLUB, BODY),
      cell('Meldezeit', 494.1, BODY),
    ],
    18,
  );

export const emptyLine = (lane: number): Line => line([cell(`Bahn ${lane}`, LEFT, BODY)], PITCH);

const pad = (value: number) => String(value).padStart(2, '0');

/** 91.21 → "01:31,21"; no time is "00:00,00". */
const germanTime = (seconds: number | null): string => {
  const hundredths = Math.round((seconds ?? 0) * 100);
  const minutes = Math.floor(hundredths / 6000);
  return `${pad(minutes)}:${pad(Math.floor((hundredths % 6000) / 100))},${pad(hundredths % 100)}`;
};

const yearText = (meet: Meet, entry: MeetEntry): string => {
  const { swimmer, relay } = entry;
  if (swimmer && swimmer.age >= 17) return `${birthYear(meet, swimmer)}/AK ${swimmer.age}`;
  const eldest = swimmer ?? relay?.legs[0];
  // Every B relay is open to all.
  return relay?.letter === 'B' || !eldest ? 'Offen' : String(birthYear(meet, eldest));
};

const LETTERS = 'ABC';

const whoText = ({ swimmer, relay }: MeetEntry): string =>
  swimmer ? printedName(swimmer) : `${LETTERS.indexOf(relay?.letter ?? 'A') + 1}. Mannschaft (X)`;

const truthOf = (
  meet: Meet,
  event: MeetEvent,
  entry: MeetEntry,
  where: Pick<Draft, 'heat' | 'lane' | 'start' | 'note'>,
): Draft => ({
  ...where,
  event: event.number,
  rank: null,
  round: ROUNDS[event.round] ?? null,
  name: entry.swimmer ? printedName(entry.swimmer) : null,
  team: clubOf(entry.team),
  age: /^\d{4}/.exec(yearText(meet, entry))?.[0] ?? null,
  seed: entry.seconds === null ? 'NT' : germanTime(entry.seconds),
  relayLetter: entry.relay ? String(LETTERS.indexOf(entry.relay.letter) + 1) : null,
  legs: null,
});

/** A club that is too long for its column, cut at a blank. */
const clubLines = (club: string): [string, string | null] => {
  if (club.length <= CLUB_LETTERS) return [club, null];
  const at = club.lastIndexOf(' ', CLUB_LETTERS);
  return at < 0 ? [club, null] : [club.slice(0, at), club.slice(at + 1)];
};

const laneLines = (meet: Meet, front: string, entry: MeetEntry, draft: Draft): Line[] => {
  const [club, rest] = clubLines(clubOf(entry.team));
  const cells = [
    cell(front, LEFT, BODY),
    cell(whoText(entry), NAME, BODY),
    cell(yearText(meet, entry), YEAR_END, BODY, 'right'),
    cell(club, CLUB, BODY),
    cell(germanTime(entry.seconds), TIME_END, BODY, 'right'),
  ];
  return [line(cells, PITCH, draft), ...(rest ? [line([cell(rest, CLUB, BODY)], PITCH)] : [])];
};

export const entryLine = (
  meet: Meet,
  event: MeetEvent,
  heat: MeetHeat,
  entry: MeetEntry,
): Line[] => {
  const where = { heat: heat.number, lane: entry.lane, start: heat.start, note: null };
  return laneLines(meet, `Bahn ${entry.lane}`, entry, truthOf(meet, event, entry, where));
};

export const withdrawnLine = (meet: Meet, event: MeetEvent, entry: MeetEntry): Line[] => {
  const where = { heat: null, lane: null, start: null, note: 'withdrawn' };
  return laneLines(meet, 'abgem.', entry, truthOf(meet, event, entry, where));
};
