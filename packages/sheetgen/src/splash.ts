/** Draws a meet as a Splash Meet Manager start list, in any of the languages of `splashWords.ts`. */
import { addDays } from './clock.ts';
import { drawPages } from './canvas.ts';
import { dottedDate } from './european.ts';
import type { Drawn } from './heatSheet.ts';
import { eventHead, eventTitle, heatLines, pageHead, topOfPage } from './splashRows.ts';
import { SPLASH_WORDS, type SplashLanguage, type SplashWords } from './splashWords.ts';
import { A4, placeGroups, type Group } from './startList.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEvent } from './types.ts';

const FRAME = { top: 64, bottom: 775 };

const eventGroups = (
  meet: Meet,
  words: SplashWords,
  event: MeetEvent,
  date: string,
  newPage: boolean,
): Group[] => {
  const again = [topOfPage(words, event)];
  const [first, ...others] = event.heats;
  const head = eventHead(words, event, date);
  return [
    {
      newPage,
      again: [],
      lines: [...head, ...(first ? heatLines(meet, words, event, first) : [])],
    },
    ...others.map((heat) => ({ lines: heatLines(meet, words, event, heat), again })),
  ];
};

/** "12. - 13.6.2027", or one day. */
const meetDays = ({ startDate, endDate }: Meet): string =>
  startDate === endDate
    ? dottedDate(startDate)
    : `${Number(startDate.slice(8))}. - ${dottedDate(endDate)}`;

/** Draws all sessions. Splash prints one time an event; its heats all carry it. */
export const drawSplash = async (meet: Meet, language: SplashLanguage): Promise<Drawn> => {
  const words = SPLASH_WORDS[language];
  const groups = meet.sessions.flatMap((session) =>
    session.events.flatMap((event, index) =>
      eventGroups(meet, words, event, addDays(meet.startDate, session.day - 1), index === 0),
    ),
  );
  const { pages, entries } = placeGroups(groups, {
    ...FRAME,
    around: (page) => pageHead(words, meet.name, `HARBOR, ${meetDays(meet)}`, page),
  });
  const named = meet.sessions
    .flatMap((session) => session.events)
    .map((event) => ({ ...event, name: eventTitle(words, event) }));
  return {
    pdf: await drawPages(pages, meet.seed, { title: 'StartList', size: A4, embedded: true }),
    truth: {
      ...reportOf(meet, 'heat_sheet', pages.length, eventsOf(named, false), entries),
      software: 'splash',
    },
  };
};
