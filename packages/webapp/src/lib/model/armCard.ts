/** The card for a swimmer's arm: event, heat, lane and stroke of one child's races on one day. */
import { eventWords } from '@heatsync/shared';
import type { Race } from './results.ts';

/** What is written where the sheet says nothing yet. */
const UNKNOWN = '–';
const MEDLEY_LEGS = ['Back', 'Breast', 'Fly', 'Free'];

/** The sheets disagree about the race: the row bears it, and a note below says what it means. */
export const DOUBT_MARK = '*';

export type CardRow = { id: string; event: string; heat: string; lane: string; stroke: string };
/** `swimmer` is an index into the typed names; `date` is null where no sheet tells the day. */
export type ArmCard = {
  swimmer: number;
  date: string | null;
  rows: CardRow[];
  /** Some row bears `DOUBT_MARK`. */
  isDoubtful: boolean;
};

/** The stroke of a leg: a medley relay swims back, breast, fly, free; null in other relays. */
export const legStroke = (eventName: string, leg: number): string | null =>
  /medley relay/i.test(eventWords(eventName).title) ? (MEDLEY_LEGS[leg - 1] ?? null) : null;

const strokeOf = ({ eventName, relay }: Race): string => {
  const { title } = eventWords(eventName);
  if (!relay) return title;
  const stroke = legStroke(eventName, relay.leg);
  return `${title}, leg ${relay.leg}${stroke ? ` ${stroke}` : ''}`;
};

const isDoubtful = ({ conflictsWith }: Race): boolean => conflictsWith !== null;

const toRow = (race: Race): CardRow => ({
  id: race.id,
  event: race.eventNumber,
  heat: String(race.heatNumber ?? UNKNOWN),
  lane: String(race.lane ?? UNKNOWN),
  stroke: `${strokeOf(race)}${isDoubtful(race) ? `\u00a0${DOUBT_MARK}` : ''}`,
});

/** Undated races come last. */
const dayOrder = (date: string | null): string => date ?? '\uffff';

/** A card for each child and day, day by day; `races` are in the order they are swum. */
export const armCards = (races: readonly Race[]): ArmCard[] =>
  [
    ...Map.groupBy(
      races.filter((race) => race.note !== 'withdrawn'),
      (race) => `${race.swimmer} ${race.sessionDate}`,
    ).values(),
  ]
    .flatMap((own) => {
      const [first] = own;
      return first
        ? [
            {
              swimmer: first.swimmer,
              date: first.sessionDate,
              rows: own.map(toRow),
              isDoubtful: own.some(isDoubtful),
            },
          ]
        : [];
    })
    .toSorted((a, b) => dayOrder(a.date).localeCompare(dayOrder(b.date)) || a.swimmer - b.swimmer);
