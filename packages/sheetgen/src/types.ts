/** A meet as plain data: what the drawings show and the truth repeats. */
export type Sex = 'female' | 'male';

export type Swimmer = {
  first: string;
  middle: string | null;
  last: string;
  suffix: string | null;
  sex: Sex;
  age: number;
  team: string;
};

/** One lane (or rank): a swimmer, or a team's relay with its legs. Seconds are null for no time. */
export type MeetEntry = {
  lane: number;
  team: string;
  swimmer: Swimmer | null;
  relay: { letter: string; legs: Swimmer[] } | null;
  seconds: number | null;
  exhibition: boolean;
  flag: string | null;
};

/** `start` is "HH:MM", 24 h. `lanes` counts the pool's lanes: those without entry are printed bare. */
export type MeetHeat = { number: number; lanes: number; start: string; entries: MeetEntry[] };

export type Standard = { seconds: number; name: string };

export type RecordLine = { label: string; seconds: number; date: string; holder: string };

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
  name: string;
  host: string;
  /** "YYYY-MM-DD". */
  startDate: string;
  endDate: string;
  sessions: MeetSession[];
  swimmers: Swimmer[];
};
