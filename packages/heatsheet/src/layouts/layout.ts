/** What every layout family is given, and what it gives back. */
import type { Row } from '../text/rows.ts';
import type { Run } from '../text/runs.ts';
import type {
  Course,
  Session,
  SheetEvent,
  SheetKind,
  SheetLine,
  Software,
  Turn,
  Warning,
} from '../types.ts';

/** A page as text with coordinates, upright; `rows` are those across the whole width, `turn` is how it is displayed. */
export type TextPage = {
  page: number;
  width: number;
  height: number;
  runs: Run[];
  rows: Row[];
  turn?: Turn;
};

export type Reading = {
  kind: SheetKind;
  software: Software;
  meetName: string | null;
  meetStart: string | null;
  meetEnd: string | null;
  venue: string | null;
  course: Course | null;
  sessions: Session[];
  events: SheetEvent[];
  lines: SheetLine[];
  /** What the layout itself found not to add up, e.g. a printed total. */
  doubts?: Warning[];
};

export type Layout = {
  /** Decides from what the pages say, never from a file's name. */
  recognises: (pages: TextPage[]) => boolean;
  read: (pages: TextPage[]) => Reading;
};
