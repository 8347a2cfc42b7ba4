/** Draws a meet as a Splash Meet Manager start list, in any of the languages of `splashWords.ts`. */
import { addDays } from './clock.ts';
import { drawPages } from './canvas.ts';
import { dottedDate } from './european.ts';
import type { Drawn } from './heatSheet.ts';
import {
  eventHead,
  eventTitle,
  heatLines,
  pageHead,
  sessionHead,
  topOfPage,
  type SplashLook,
} from './splashRows.ts';
import type { Page } from './layout.ts';
import { SPLASH_WORDS, type SplashLanguage, type SplashWords } from './splashWords.ts';
import { A4, placeGroups, type Group } from './startList.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEvent, MeetSession } from './types.ts';

const FRAME = { top: 64, bottom: 775 };

/** The lines of a group one by one: a page may end between any two. */
const torn = ({ lines, again }: Group): Group[] => [
  { lines: lines.slice(0, 2), again },
  ...lines.slice(2).map((line) => ({ lines: [line], again })),
];

const eventGroups = (
  meet: Meet,
  words: SplashWords,
  look: SplashLook,
  event: MeetEvent,
  date: string,
): Group[] => {
  const again = [topOfPage(words, event)];
  const [first, ...others] = event.heats;
  const head = eventHead(words, event, date);
  const heats = others.map((heat) => ({ lines: heatLines(meet, words, look, event, heat), again }));
  return [
    { again: [], lines: [...head, ...(first ? heatLines(meet, words, look, event, first) : [])] },
    ...(look.tornHeats ? heats.flatMap(torn) : heats),
  ];
};

const sessionGroups = (
  meet: Meet,
  words: SplashWords,
  look: SplashLook,
  session: MeetSession,
): Group[] => {
  const date = addDays(meet.startDate, session.day - 1);
  const [first, ...others] = session.events.flatMap((event) =>
    eventGroups(meet, words, look, event, date),
  );
  const head = look.sessionHeads
    ? [sessionHead(session.day, session.title, `${dottedDate(date)} - ${session.start}`)]
    : [];
  return first ? [{ ...first, newPage: true, lines: [...head, ...first.lines] }, ...others] : [];
};

/** "12. - 13.6.2027", or one day. */
const meetDays = ({ startDate, endDate }: Meet): string =>
  startDate === endDate
    ? dottedDate(startDate)
    : `${Number(startDate.slice(8))}. - ${dottedDate(endDate)}`;

/** `damage` spoils the pages before they are drawn; the truth stays what it was. */
export type StartListOptions<Look = object> = Look & { damage?: (pages: Page[]) => Page[] };

/** Draws all sessions. Splash prints one time an event; its heats all carry it. */
export const drawSplash = async (
  meet: Meet,
  language: SplashLanguage,
  { damage = (pages) => pages, ...look }: StartListOptions<SplashLook> = {},
): Promise<Drawn> => {
  const words = SPLASH_WORDS[language];
  const groups = meet.sessions.flatMap((session) => sessionGroups(meet, words, look, session));
  const { pages, entries } = placeGroups(groups, {
    ...FRAME,
    around: (page) =>
      pageHead(words, look, { name: meet.name, place: `HARBOR, ${meetDays(meet)}`, page }),
  });
  const named = meet.sessions
    .flatMap((session) => session.events)
    .map((event) => ({ ...event, name: eventTitle(words, event) }));
  return {
    pdf: await drawPages(damage(pages), meet.seed, {
      title: 'StartList',
      size: A4,
      embedded: true,
    }),
    truth: {
      ...reportOf(meet, 'heat_sheet', pages.length, eventsOf(named, false), entries),
      software: 'splash',
    },
  };
};
