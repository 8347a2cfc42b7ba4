/** What an event's printed name says of it. */
import type { Course, Gender, Stroke } from './types.ts';

export type EventFacts = {
  gender: Gender | null;
  ages: string | null;
  distance: number | null;
  stroke: Stroke | null;
  course: Course | null;
  relay: boolean;
};

const GENDERS: [RegExp, Gender][] = [
  [/^(girls|women|female|ladies|mujeres|damas)\b/i, 'female'],
  [/^(boys|men|male|gentlemen|hombres|varones)\b/i, 'male'],
  [/^(mixed|mixto)\b/i, 'mixed'],
];

const STROKES: [RegExp, Stroke][] = [
  [/\b(medley|im|individual medley|combinado)\b/i, 'medley'],
  [/\b(back(stroke)?|espalda)\b/i, 'backstroke'],
  [/\b(breast(stroke)?|pecho)\b/i, 'breaststroke'],
  [/\b((butter)?fly|mariposa)\b/i, 'butterfly'],
  [/\b(free(style)?|libre)\b/i, 'freestyle'],
];

const COURSES: [RegExp, Course][] = [
  [/\b(LC Meter|CL Metro)/i, 'LCM'],
  [/\b(SC Meter|CC Metro)/i, 'SCM'],
  [/\bYard/i, 'SCY'],
];

const DISTANCE = /(?:^|\s)(?:(\d)x)?(\d{2,4})\s+(?:LC |SC |CL |CC )?(?:Meter|Metro|Yard|[A-Z])/i;

const firstOf = <T>(table: [RegExp, T][], text: string): T | null =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

const SWUM = /\s(\dx)?\d{2,4}\s+(LC |SC |CL |CC )?(Meter|Metro|Yard)/i;
/** Combined events and session reports leave the course out: "Girls 13-14 800 Free"; ages are no distance. */
const SWUM_BARE = /\s(\dx)?\d{2,4}\s+(?!years?\b|años?\b|and\b|y\b)\p{L}/iu;

/** Where the ages end and what is swum begins. */
const endOfAges = (name: string): number => {
  const withCourse = name.search(SWUM);
  return withCourse < 0 ? name.search(SWUM_BARE) : withCourse;
};

/** Divers have no lanes: the number in front of them is their place in the order. */
export const isDiving = (name: string): boolean =>
  /\b(?:diving|springboard|platform)\b/i.test(name);

export const eventFacts = (name: string): EventFacts => {
  const relay = /\b(relay|relevo)\b/i.test(name);
  const end = endOfAges(name);
  const ages = end > 0 ? name.slice(0, end).replace(/^\w+\s*/, '') : '';
  const [, times = '1', distance] = DISTANCE.exec(end > 0 ? name.slice(end) : name) ?? [];
  return {
    gender: firstOf(GENDERS, name),
    ages: ages || null,
    distance: distance ? Number(times) * Number(distance) : null,
    stroke: firstOf(STROKES, name),
    course: firstOf(COURSES, name),
    relay,
  };
};
