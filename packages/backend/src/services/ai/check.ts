/** The AI model's answer is untrusted: which of its races are kept, and what of them. Pure. */
import { isSameName, readPrintedName, readTypedName } from '@heatsync/heatsheet';
import { CalendarDate, ClockTime } from '@heatsync/shared';
import { z } from 'zod';
import { clockIn, hasNumber, headingsOf, standsIn, type Headings } from './backing.ts';
import { dayAbove } from './days.ts';
import { legBefore, saysPlace } from './lanes.ts';
import type { AnsweredRace } from './schema.ts';
import { namesSwimmer, type TextRow } from './textRows.ts';

const text = z.string().nullable();
const whole = z.int().nullable();

/** A race as it is stored. `box` is empty where the page is a picture. */
export const AiRace = z.object({
  page: z.int(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  line: z.string(),
  ...{ eventNumber: z.string(), eventName: z.string(), round: text },
  ...{ heatNumber: whole, heatCount: whole, lane: whole, rank: whole },
  ...{ swimmerName: z.string(), age: text, team: text, seedTime: text, heatStartTime: text },
  ...{ sessionTitle: text, sessionDate: text, relayLetter: text, relayLeg: whole },
});
export type AiRace = z.infer<typeof AiRace>;

export type AiWarning = { page: number; text: string };

/** What was sent: whole pages' rows where they have text, none where they are pictures. */
export type Sent = { pages: readonly number[]; rows: readonly TextRow[]; swimmer: string };

const MOST = { lane: 20, heat: 300, rank: 2000, leg: 8 };
const MAX_TEXT = 120;
const NO_BOX: AiRace['box'] = [0, 0, 0, 0];
const EVENT_NUMBER = /^\d{1,4}[A-Z]?$/i;

const short = (value: string | null): string | null => {
  const tidy = (value ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_TEXT);
  return tidy === '' ? null : tidy;
};
const between = (value: number | null, least: number, most: number): number | null =>
  value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
const matching = (schema: z.ZodType<string>, value: string | null): string | null =>
  schema.safeParse(value).data ?? null;

/** Whether a printed name is exactly the swimmer's; an initial or a suffix may be missing. */
export const isSwimmer = (printed: string, swimmer: string): boolean =>
  readPrintedName(printed).some((way) =>
    readTypedName(swimmer).some((tier) => tier.some((typed) => isSameName(typed, way))),
  );

/** Bounds and forms; null for a race that cannot be one. */
const bounded = (race: AnsweredRace): Omit<AiRace, 'page' | 'box' | 'line'> | null => {
  const eventNumber = race.eventNumber
    .trim()
    .replace(/^#\s*/, '')
    .replace(/^0+(?=\d)/, '');
  const swimmerName = short(race.swimmerName);
  const heatNumber = between(race.heatNumber, 1, MOST.heat);
  const lane = between(race.lane, 0, MOST.lane);
  const rank = between(race.rank, 1, MOST.rank);
  const isPlaced = heatNumber === null ? rank !== null : lane !== null;
  if (!EVENT_NUMBER.test(eventNumber) || swimmerName === null || !isPlaced) return null;
  return {
    ...{ eventNumber, swimmerName, heatNumber, lane, rank },
    eventName: short(race.eventName) ?? '',
    round: short(race.round),
    heatCount: between(race.heatCount, heatNumber ?? 1, MOST.heat),
    ...{ age: short(race.age), team: short(race.team), seedTime: short(race.seedTime) },
    heatStartTime: matching(ClockTime, race.heatStartTime),
    sessionTitle: short(race.sessionTitle),
    sessionDate: matching(CalendarDate, race.sessionDate),
    relayLetter: short(race.relayLetter),
    relayLeg: between(race.relayLeg, 1, MOST.leg),
  };
};
type Bounded = NonNullable<ReturnType<typeof bounded>>;

/** How many rows above a relay's leg its lane may stand. */
const LEG_ROWS = 4;

const rowsAbout = (row: TextRow, rows: readonly TextRow[], relay: boolean): string => {
  const at = rows.indexOf(row);
  const about = relay ? rows.slice(Math.max(0, at - LEG_ROWS), at + 1) : [row];
  return about.map(({ line }) => line).join(' | ');
};

/** The heading's own words after its number, for an event whose name the model changed. */
const nameIn = ({ event }: Headings, race: Bounded): string => {
  const own = standsIn(event.line, race.eventName);
  const at = event.line.indexOf(race.eventNumber) + race.eventNumber.length;
  return own ?? event.line.slice(at).trim();
};

/** The race with nothing left of it but what the page's rows say; null if they do not say it. */
const backed = (race: Bounded, page: number, { rows, swimmer }: Sent): AiRace | null => {
  const place = race.lane ?? race.rank;
  const onPage = rows.filter((row) => row.page === page);
  for (const row of onPage.filter(({ line }) => namesSwimmer(line, swimmer))) {
    const isLeg = race.relayLeg !== null;
    const about = rowsAbout(row, onPage, isLeg);
    const headings = headingsOf(row, onPage, race);
    if (!headings || place === null) continue;
    const { event, heat, inRow } = headings;
    const claim = { swimmer, place, age: race.age, isLeg };
    if (!inRow && !saysPlace(row, onPage, claim)) continue;
    const all = onPage.map(({ line }) => line).join(' | ');
    return {
      ...race,
      ...{ page, box: [...row.box], line: row.line },
      eventName: nameIn(headings, race),
      round: standsIn(all, race.round),
      heatCount: hasNumber(heat.line, String(race.heatCount)) ? race.heatCount : null,
      age: race.age !== null && hasNumber(about, race.age) ? race.age : null,
      team: standsIn(about, race.team),
      seedTime: standsIn(about, race.seedTime),
      heatStartTime: clockIn(`${event.line} | ${heat.line} | ${row.line}`, race.heatStartTime),
      sessionTitle: standsIn(all, race.sessionTitle),
      sessionDate: race.sessionDate === dayAbove(row, onPage) ? race.sessionDate : null,
      relayLeg: isLeg ? (legBefore(row.line, swimmer) ?? race.relayLeg) : null,
    };
  }
  return null;
};

const unseen = (race: Bounded | null, page: number): AiWarning => ({
  page,
  text: race
    ? `The AI model named a race that the page does not bear out: event ${race.eventNumber}, heat ${race.heatNumber ?? '–'}, lane ${race.lane ?? '–'}. It was left out.`
    : 'The AI model named a race without event, heat or lane. It was left out.',
});

/** No two races of one person have the same. */
export const placeOf = (race: AiRace): string =>
  JSON.stringify([race.page, race.eventNumber, race.heatNumber, race.lane ?? race.rank]);

export type Checked = { races: AiRace[]; warnings: AiWarning[] };

/** The swimmer's races among those answered. Somebody else's are not looked at; each that is not borne out leaves a warning. */
export const checkRaces = (answered: readonly AnsweredRace[], sent: Sent): Checked => {
  const warnings: AiWarning[] = [];
  const races = answered
    .filter(({ swimmerName }) => isSwimmer(swimmerName, sent.swimmer))
    .flatMap((answer) => {
      const { page } = answer;
      const race = bounded(answer);
      const isPicture = !sent.rows.some((row) => row.page === page);
      const kept =
        race && sent.pages.includes(page)
          ? isPicture
            ? { ...race, page, box: NO_BOX, line: '' }
            : backed(race, page, sent)
          : null;
      if (!kept)
        warnings.push(unseen(race, sent.pages.includes(page) ? page : (sent.pages[0] ?? 1)));
      return kept ?? [];
    });
  return { races: [...new Map(races.map((race) => [placeOf(race), race])).values()], warnings };
};
