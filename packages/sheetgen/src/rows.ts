/** Single rows of a sheet below its headers: a lane, a rank, a pair of relay legs. */
import { text, type Row } from './layout.ts';
import { markOf, seedText, type Look } from './look.ts';
import { standardCells, yearOf } from './oddForms.ts';
import { laneNumber, markCells, secondTimeCells } from './oddLooks.ts';
import type { MeetEntry, MeetEvent, MeetHeat, Swimmer } from './types.ts';

const BLANK = '_____';

const blankCells = ({ grid, options }: Look): Row =>
  options.blanks ? [text(grid, BLANK, grid.width - 4, 'right')] : [];

const secondsOf = ({ entries }: MeetHeat, lane: number): number =>
  Math.min(...entries.map((entry) => (entry.lane === lane ? (entry.seconds ?? 9999) : Infinity)));

/** A heat's lanes in the order printed. */
export const lanesOf = ({ options }: Look, heat: MeetHeat): number[] => {
  const lanes = Array.from({ length: heat.lanes }, (_, index) => heat.firstLane + index);
  if (!options.bySeed) return lanes;
  return lanes.toSorted((a, b) => secondsOf(heat, a) - secondsOf(heat, b) || a - b);
};

export const emptyLaneRow = (look: Look, lane: number): Row => [
  text(look.grid, laneNumber(look, lane), look.grid.lane, 'right'),
  ...blankCells(look),
];

const seedCells = (look: Look, entry: MeetEntry): Row => {
  const { grid, options } = look;
  const course = options.secondTimes ? '' : (entry.seedCourse ?? '');
  const glued = options.gluedCourse ? course : '';
  const flag = options.secondTimes || options.college ? '' : (entry.flag ?? '');
  const flags = [options.gluedCourse ? '' : course, flag].filter(Boolean);
  const mark = markOf(look, entry);
  const seed = options.seedless ? mark : `${mark}${seedText(look, entry)}`;
  return [
    ...standardCells(look, entry),
    ...(seed === ''
      ? []
      : glued
        ? [text(grid, seed + glued, grid.seed + grid.size * 0.67, 'right')]
        : [text(grid, seed, grid.seed, 'right')]),
    ...flags.map((flag, index) => text(grid, flag, grid.flag + index * grid.size * 0.9)),
    ...blankCells(look),
    ...secondTimeCells(look, entry),
    ...markCells(look, entry),
  ];
};

const ageText = (look: Look, event: MeetEvent, swimmer: Swimmer): string => {
  if (look.options.years) return yearOf(look, swimmer.age);
  const letter = swimmer.sex === 'female' ? 'W' : 'M';
  return event.sex === 'mixed' ? `${letter}${swimmer.age}` : String(swimmer.age);
};

const SEX_LETTER = { female: 'W', male: 'M', mixed: 'X' };

const relayCells = ({ grid, options }: Look, event: MeetEvent, entry: MeetEntry): Row => {
  const legs = entry.relay?.legs ?? [];
  const letter = entry.relay?.letter ?? '';
  const ages = legs.reduce((sum, leg) => sum + leg.age, 0);
  return [
    text(grid, entry.team, grid.name),
    ...(options.relayCodes
      ? [text(grid, `${SEX_LETTER[event.sex]}${ages}`, grid.age, 'right')]
      : []),
    ...(options.silentA && letter === 'A' ? [] : [text(grid, letter, grid.team + 8)]),
  ];
};

/** Longer names than this, in sizes, do not fit in front of the age. */
const NAME_LETTERS = 1.75;

const isLong = ({ grid }: Look, name: string): boolean =>
  name.length * grid.size > (grid.age - grid.name) * NAME_LETTERS;

/** A lane or a rank; a lane's letter may be a piece of its own. */
const placeCells = ({ grid, options }: Look, place: string): Row => {
  const [number = '', letter] = options.laneLetters === 'apart' ? place.split(' ') : [place];
  if (number.length > 3) return [text(grid, number, 0)];
  const edge = letter ? grid.lane - grid.size / 2 : grid.lane;
  return [
    text(grid, number, edge, 'right'),
    ...(letter ? [text(grid, letter, edge + grid.size / 4)] : []),
  ];
};

/** One row, or two where a name too long for its column has the first to itself. */
export const entryRows = (
  look: Look,
  event: MeetEvent,
  entry: MeetEntry,
  place: number | string,
  ranked: boolean,
): Row[] => {
  const { grid } = look;
  const lane = placeCells(look, String(place));
  const seed = seedCells(look, entry);
  if (!entry.swimmer) return [[...lane, ...relayCells(look, event, entry), ...seed]];
  const name = text(grid, look.nameOf(entry.swimmer), grid.name);
  const rest = [
    ...(look.options.withoutAges
      ? []
      : [text(grid, ageText(look, event, entry.swimmer), grid.age, 'right')]),
    text(grid, entry.team, grid.team),
    ...seed,
  ];
  const mayWrap = ranked ? look.options.wrap : look.options.wrapInHeats;
  const wraps = mayWrap && isLong(look, name.text);
  return wraps ? [[...lane, name], rest] : [[...lane, name, ...rest]];
};

/** The legs under a relay, two a line: "1) Inkwell, Bram 15". */
export const legRows = (look: Look, event: MeetEvent, entry: MeetEntry): Row[] => {
  const { grid, options } = look;
  const legs = entry.relay?.legs ?? [];
  const cells = legs.map((leg, index) => {
    const number = options.bareLegs ? '' : `${index + 1}) `;
    const words = `${number}${look.nameOf(leg)} ${ageText(look, event, leg)}`;
    return text(grid, words, index % 2 ? grid.leg : grid.name);
  });
  return Array.from({ length: Math.ceil(cells.length / 2) }, (_, line) =>
    cells.slice(line * 2, line * 2 + 2),
  );
};
