/** A meet as plain data: what the drawings show and the truth repeats. */
import type { Language } from './labels.ts';

export type Sex = 'female' | 'male';

export type Swimmer = {
  first: string;
  middle: string | null;
  last: string;
  suffix: string | null;
  sex: Sex;
  age: number;
  team: string;
  /** "S10"; null for most. */
  para: string | null;
};

/** One lane (or rank): a swimmer, or a team's relay with its legs. Seconds are null for no time. */
export type MeetEntry = {
  lane: number;
  team: string;
  swimmer: Swimmer | null;
  relay: { letter: string; legs: Swimmer[] } | null;
  seconds: number | null;
  /** A diver's score, printed where others have a time. */
  points?: number;
  exhibition: boolean;
  /** Course in which the seed was swum, printed behind it: Y, L or S; null where it is the meet's own. */
  seedCourse: string | null;
  flag: string | null;
};

/**
 * `start` is "HH:MM", 24 h. Lanes run from `firstLane`, `lanes` of them: those without entry are printed bare. `round` is set
 * where it differs from the event's ("A - Final"); `inner` says which of a combined event's two it is, and its number there.
 */
export type MeetHeat = {
  number: number;
  firstLane: number;
  lanes: number;
  start: string;
  entries: MeetEntry[];
  round: string | null;
  inner: { event: 0 | 1; number: number } | null;
};

/** Two events swum together, printed under one header: "Event 21 / 22 Girls / Boys 13-14 800 Free". */
export type Combined = { number: string; name: string; printedName: string };

export type Standard = { seconds: number; name: string };

/** `team` stands on a line of its own below: a relay's four. */
export type RecordLine = {
  label: string;
  seconds: number;
  date: string;
  holder: string;
  team: string | null;
};

/** One block of heats under an event header. A flighted event comes as two with the same number. */
export type MeetEvent = {
  number: string;
  name: string;
  sex: Sex | 'mixed';
  distance: number;
  stroke: string;
  relay: boolean;
  round: string;
  /** Heats of the whole event, all flights together. */
  of: number;
  standards: Standard[];
  records: RecordLine[];
  heats: MeetHeat[];
  alternates: MeetEntry[];
  /** Seeded at the pool: printed as a ranked list instead of heats. */
  deckSeeded: boolean;
  /** The second of two events swum together; the first is this one. */
  combined: Combined | null;
  /** Its fastest heat is swum in the finals session. */
  withFinals: boolean;
  /** Heats count up to the A final and name no "of": "Heat 1 C - Final". */
  lettered: boolean;
};

/** A pause before the event of this index in its session. */
export type SessionBreak = { before: number; minutes: number; label?: string };

export type MeetSession = {
  title: string;
  /** Day of the meet, from 1. */
  day: number;
  /** "HH:MM", 24 h. */
  start: string;
  intervalSeconds: number;
  backSeconds: number;
  finish: string;
  events: MeetEvent[];
  breaks?: SessionBreak[];
};

export type Meet = {
  seed: number;
  language: Language;
  name: string;
  host: string;
  /** "YYYY-MM-DD". */
  startDate: string;
  endDate: string;
  /** As event names print it: "LC Meter", "SC Meter", "Yard". */
  course: string;
  sessions: MeetSession[];
  swimmers: Swimmer[];
};
