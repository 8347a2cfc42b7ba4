/** Teams whose names read like a sheet's own words. */
import type { Meet, MeetEntry, MeetEvent, Swimmer } from './types.ts';
import { TEAMS } from './words.ts';

/** Teams called as headers begin. */
export const HEADER_TEAMS: readonly string[] = [
  ...['Lane Swim Club', 'LANE', 'Heat Swim Team', 'HEAT', 'EVENT', 'Name', 'Relay Team', 'Event'],
];

/** The meet with its teams called otherwise, each by the name that stands in its place. */
export const withTeams = (meet: Meet, names: readonly string[]): Meet => {
  const called = (team: string): string => names[TEAMS.indexOf(team)] ?? team;
  const swimmer = (one: Swimmer): Swimmer => ({ ...one, team: called(one.team) });
  const entry = (one: MeetEntry): MeetEntry => ({
    ...one,
    team: called(one.team),
    swimmer: one.swimmer && swimmer(one.swimmer),
    relay: one.relay && { ...one.relay, legs: one.relay.legs.map(swimmer) },
  });
  const event = (one: MeetEvent): MeetEvent => ({
    ...one,
    alternates: one.alternates.map(entry),
    heats: one.heats.map((heat) => ({ ...heat, entries: heat.entries.map(entry) })),
  });
  return {
    ...meet,
    swimmers: meet.swimmers.map(swimmer),
    sessions: meet.sessions.map((session) => ({ ...session, events: session.events.map(event) })),
  };
};
