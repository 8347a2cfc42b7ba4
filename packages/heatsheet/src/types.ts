/** What a read sheet is made of. Plain data: it is stored as JSON and crosses worker threads as it is. */

export type SheetKind =
  | 'heat_sheet'
  | 'psych_sheet'
  | 'session_report'
  | 'entry_book'
  | 'results'
  | 'relay_roster'
  | 'other';

export type Software = 'hytek' | 'easywk' | 'splash' | 'omega' | 'other';

/** Short course yards, short course metres, long course metres. */
export type Course = 'SCY' | 'SCM' | 'LCM';

export type Gender = 'female' | 'male' | 'mixed';

export type Stroke = 'freestyle' | 'backstroke' | 'breaststroke' | 'butterfly' | 'medley';

/** In points, from the top left of the page as displayed. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Where something stands on the sheet, and the sheet's own text there. */
export type Place = { page: number; box: Box; line: string };

export type RelayLeg = Place & { order: number; name: string; age: string | null };

export type Relay = { letter: string; legs: RelayLeg[] };

/** One swimmer or relay in one lane (or at one rank of a ranked list). `name` is null for a relay. */
export type Entry = Place & {
  lane: number | null;
  rank: number | null;
  name: string | null;
  /** Digits only: age, or year of birth on German and Turkish sheets. */
  age: string | null;
  /** A school year such as "SR" where the sheet prints one instead of an age. */
  year: string | null;
  team: string | null;
  /** Digits of the seed time ("2:10.82"), "NT" and the like, null where the sheet says nothing. */
  seed: string | null;
  /** What stands around the seed: "X" (exhibition), a course letter, qualifying standards. */
  seedFlags: string[];
  relay: Relay | null;
  note: 'alternate' | 'withdrawn' | null;
  /** Set where an AI model read it, which this reader never does. An empty box: somewhere on the page. */
  ai?: true;
};

/** `number` is null for a ranked list, which has no heats. */
export type Heat = {
  number: number | null;
  of: number | null;
  round: string | null;
  /** Printed start time, "HH:MM", 24 h. */
  start: string | null;
  page: number;
  entries: Entry[];
  /** Set where the heat is printed here but swum in the finals session. */
  withFinals?: boolean;
};

/** One event in one session and round; the same number may come again elsewhere. */
export type SheetEvent = {
  /** As printed: "12", "101A". */
  number: string;
  /** As printed: "Girls 13 & Over 200 LC Meter Freestyle". */
  name: string;
  /** Key of its session, null where the sheet names none. */
  session: string | null;
  gender: Gender | null;
  /** As printed: "13 & Over". */
  ages: string | null;
  /** One swimmer's or the whole relay's distance, in the unit of the course. */
  distance: number | null;
  stroke: Stroke | null;
  course: Course | null;
  relay: boolean;
  round: string | null;
  page: number;
  heats: Heat[];
};

/** A row of a session report: an event with its start, or a break. */
export type SessionRow =
  | {
      event: string;
      name: string;
      round: string | null;
      entries: number | null;
      heats: number | null;
      start: string | null;
    }
  | { break: string };

export type Session = {
  /** Unique in the sheet: "1", "2", … in the order printed; a session report's own number ("7", "1B"). */
  key: string;
  /** As printed: "THURSDAY PRELIMS". */
  title: string | null;
  /** Day of the meet, from 1. */
  day: number | null;
  /** Calendar date, "YYYY-MM-DD"; null rather than guessed. */
  date: string | null;
  /** "HH:MM". What follows stands in session reports only: seconds between heats, extra seconds for backstroke. */
  start: string | null;
  intervalSeconds: number | null;
  backInterval: number | null;
  /** Seconds more (or, below 0, less) between heats that start from both ends; absent where the report names none. */
  chaseInterval?: number;
  rows: SessionRow[];
  finish: string | null;
  /** Set where something of it is missing or out of place in its report: no time may be taken from it. */
  inDoubt?: true;
};

/** What a text row turned out to be. Only `unknown` counts against `coverage`. */
export type LineRole =
  | 'page_header'
  | 'event_header'
  | 'heat_header'
  | 'column_header'
  | 'empty_lane'
  | 'record'
  | 'standard'
  | 'session'
  | 'note'
  | 'footer'
  | 'unknown';

/** A text row that is no entry and no relay leg. */
export type SheetLine = Place & { role: LineRole };

/** One self-check of the sheet, e.g. "heats found = of N". */
export type Check = { name: CheckName; ok: boolean; detail: string };

export type CheckName =
  | 'heats_of'
  | 'lanes_once'
  | 'ranks_run_on'
  | 'pages_run_on'
  | 'events_run_on'
  | 'entries_total'
  | 'rows_explained'
  | 'text_decodable';

export type Warning = { page: number; text: string; reason: CheckName | 'date_unclear' };

/** A read PDF: what was understood (`sessions`, `events`) and what was not (`lines` of role unknown, `warnings`). */
export type HeatSheet = {
  readerVersion: number;
  kind: SheetKind;
  software: Software;
  pages: number;
  meetName: string | null;
  /** "YYYY-MM-DD", or null. */
  meetStart: string | null;
  meetEnd: string | null;
  venue: string | null;
  course: Course | null;
  sessions: Session[];
  events: SheetEvent[];
  lines: SheetLine[];
  checks: Check[];
  /** Share of the text rows that were understood, 0 to 1. 0 for a PDF without text. */
  coverage: number;
  warnings: Warning[];
  /** Whether the answer may be trusted without a second look. */
  confident: boolean;
};

/** One character as the PDF engine places it: `x`, `y` is its origin on the baseline, from the top left, in points. */
export type Glyph = {
  text: string;
  x: number;
  y: number;
  /** Right edge. */
  right: number;
  /** Font size in points. */
  size: number;
  /** Which text object of the page it belongs to. */
  object: number;
  /** Set where it is written at a slant, as a watermark is, or sideways. */
  slanted?: true;
};

/** Which way a page's letters run as displayed: 1 down, 2 leftwards, 3 up. */
export type Turn = 0 | 1 | 2 | 3;

/** A page's glyphs in the order painted, and its size in points; where its letters run elsewhere, both are as if it were turned upright. */
export type GlyphPage = {
  page: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  turn?: Turn;
};

export type PdfErrorCode = 'NOT_A_PDF' | 'ENCRYPTED' | 'DAMAGED' | 'TOO_MANY_PAGES';

/** What a caller sees while a sheet is being read. */
export type ReadProgress = { page: number; pages: number };

export type ReadOptions = {
  /** More pages than this is `TOO_MANY_PAGES`. */
  maxPages?: number;
  onProgress?: (progress: ReadProgress) => void;
};
