/** Events that are no plain races: diving between them, time trials and swim-offs behind them, mixed relays. */
import type { Meet, MeetEntry, MeetEvent, MeetSession } from './types.ts';

/** `heats` prints divers as one heat in diving order, `ranked` as a list; `bare` prints nobody. */
export type DivingLook = 'heats' | 'ranked' | 'bare';

const MOST_DIVERS = 12;

const asDiver = (entry: MeetEntry, index: number): MeetEntry => ({
  ...entry,
  lane: index + 1,
  seconds: index % 5 === 4 ? null : 300 - 11.35 * index,
  ...(index % 5 === 4 ? {} : { points: 300 - 11.35 * index }),
  ...{ exhibition: false, seedCourse: null, flag: null },
});

const divingAfter = (event: MeetEvent, name: string, look: DivingLook): MeetEvent => {
  const divers = event.heats
    .flatMap(({ entries }) => entries)
    .slice(0, MOST_DIVERS)
    .map(asDiver);
  const [first] = event.heats;
  const heat = first && { ...first, number: 1, firstLane: 1, lanes: divers.length };
  return {
    ...event,
    ...{ name: `${event.name.split(' ')[0]} ${name}`, distance: 1, stroke: 'Diving' },
    ...{ round: 'Finals', of: look === 'bare' ? 0 : 1, standards: [], records: [], alternates: [] },
    ...{ combined: null, withFinals: false, lettered: false, deckSeeded: look === 'ranked' },
    heats: heat && look !== 'bare' ? [{ ...heat, round: null, inner: null, entries: divers }] : [],
  };
};

const renumbered = (session: MeetSession, events: MeetEvent[], first: number): MeetSession => {
  const numbers = new Map<MeetEvent | string, string>();
  let next = first;
  const numberOf = (key: string): string => {
    if (!numbers.has(key)) numbers.set(key, String(next++));
    return numbers.get(key) ?? '';
  };
  return {
    ...session,
    events: events.map((event) => ({
      ...event,
      number: numberOf(`${event.stroke === 'Diving' ? event.name : ''} ${event.number}`),
    })),
  };
};

const isPlain = ({ relay, combined, heats }: MeetEvent): boolean =>
  !relay && !combined && heats.length > 0;

/** The meet with a diving event behind the third race of each session, and all later ones numbered on. Not for flighted meets. */
export const withDiving = (meet: Meet, name: string, look: DivingLook): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => {
    const at = session.events.findIndex((event, index) => index > 1 && isPlain(event));
    const model = session.events[at];
    if (!model) return session;
    const events = session.events.toSpliced(at + 1, 0, divingAfter(model, name, look));
    return renumbered(session, events, Number(session.events[0]?.number ?? 1));
  }),
});

/** The meet with the first heats of two of its events swum again at each session's end, under numbers and a round of their own. */
export const withExtraSwims = (
  meet: Meet,
  {
    first,
    prefix = '',
    word,
    inName,
  }: { first: number; prefix?: string; word: string; inName: boolean },
): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => {
    const extra = session.events
      .filter(isPlain)
      .slice(0, 2)
      .map((event, index): MeetEvent => ({
        ...event,
        number: `${prefix}${first + index}`,
        name: inName ? `${event.name} ${word}` : event.name,
        round: inName ? event.round : word,
        ...{ of: 1, alternates: [], deckSeeded: false, withFinals: false, lettered: false },
        heats: event.heats.slice(0, 1).map((heat) => ({ ...heat, number: 1, round: null })),
      }));
    return { ...session, events: [...session.events, ...extra] };
  }),
});
