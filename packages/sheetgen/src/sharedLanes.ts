/** Two swimmers a lane, as some hosts swim their distance events. */
import type { Meet, MeetEvent, MeetHeat } from './types.ts';

const together = (one: MeetHeat, other: MeetHeat | undefined, number: number): MeetHeat => ({
  ...one,
  number,
  entries: [...one.entries, ...(other?.entries ?? [])].toSorted((a, b) => a.lane - b.lane),
});

const shared = (event: MeetEvent): MeetEvent => {
  const { heats } = event;
  if (heats.length < 2) return event;
  const even = heats.length - (heats.length % 2);
  const full = heats.slice(heats.length - even);
  const pairs = full.flatMap((heat, index) =>
    index % 2 ? [] : [together(heat, full[index + 1], index / 2 + 1)],
  );
  return { ...event, heats: pairs, of: pairs.length };
};

/** The same meet with every two heats of an event swum as one. */
export const withSharedLanes = (meet: Meet): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => ({ ...session, events: session.events.map(shared) })),
});
