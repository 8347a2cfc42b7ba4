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
  [/^(girls|women|female|ladies)\b/i, 'female'],
  [/^(boys|men|male|gentlemen)\b/i, 'male'],
  [/^mixed\b/i, 'mixed'],
];

const STROKES: [RegExp, Stroke][] = [
  [/\b(medley|im|individual medley)\b/i, 'medley'],
  [/\bback(stroke)?\b/i, 'backstroke'],
  [/\bbreast(stroke)?\b/i, 'breaststroke'],
  [/\b(butter)?fly\b/i, 'butterfly'],
  [/\bfree(style)?\b/i, 'freestyle'],
];

const COURSES: [RegExp, Course][] = [
  [/\bLC Meter/i, 'LCM'],
  [/\bSC Meter/i, 'SCM'],
  [/\bYard/i, 'SCY'],
];

const DISTANCE = /(?:^|\s)(\d{2,4})\s+(?:LC |SC )?(?:Meter|Yard|[A-Z])/i;

const firstOf = <T>(table: [RegExp, T][], text: string): T | null =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

export const eventFacts = (name: string): EventFacts => {
  const relay = /\brelay\b/i.test(name);
  const course = name.search(/\s\d{2,4}\s+(LC |SC )?(Meter|Yard)/i);
  const ages = course > 0 ? name.slice(0, course).replace(/^\w+\s*/, '') : '';
  const distance = DISTANCE.exec(course > 0 ? name.slice(course) : name)?.[1];
  return {
    gender: firstOf(GENDERS, name),
    ages: ages || null,
    distance: distance ? Number(distance) : null,
    stroke: firstOf(STROKES, name),
    course: firstOf(COURSES, name),
    relay,
  };
};
