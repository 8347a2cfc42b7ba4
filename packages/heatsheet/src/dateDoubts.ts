/** Says for which part of a sheet no day is certain, so that the page can ask. */
import type { Reading } from './layouts/layout.ts';
import type { Session, Warning } from './types.ts';

const DATED_KINDS = new Set(['heat_sheet', 'psych_sheet', 'session_report']);

const pageOf = ({ events }: Reading, session: Session): number =>
  events.find((event) => event.session === session.key)?.page ?? 1;

const undated = (reading: Reading, session: Session): Warning => ({
  reason: 'date_unclear',
  page: pageOf(reading, session),
  text: `The sheet does not say for certain on which day "${session.title ?? session.key}" is.`,
});

/** One warning for each session without a date; one in all where the meet itself has none. */
export const dateDoubts = (reading: Reading): Warning[] => {
  const { kind, sessions, events, meetStart, meetEnd } = reading;
  const open = sessions.filter(({ date }) => date === null);
  const homeless =
    sessions.length === 0 && events.length > 0 && (meetStart === null || meetStart !== meetEnd);
  if (!DATED_KINDS.has(kind) || (open.length === 0 && !homeless)) return [];
  if (meetStart !== null && open.length > 0)
    return open.map((session) => undated(reading, session));
  const text =
    meetStart === null
      ? 'The sheet gives no date that is certain.'
      : 'The sheet does not say on which day each event is.';
  return [{ reason: 'date_unclear', page: 1, text }];
};
