/** Sheets of text: what leaves the house, with whose names, and what of the answer is believed. */
import { drawHomeMade, type Drawn } from '@heatsync/sheetgen';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adasMeet, placesIn, placesOf, startAiApp, type AiApp } from './support/aiApp.ts';
import { NO_FACTS, toRace, truthful } from './support/openai/brains.ts';
import { drawSheets } from './support/sheets.ts';

let app: AiApp;
let t: AiApp['t'];
let ai: AiApp['ai'];
let read: AiApp['read'];
let home: Drawn;
beforeAll(async () => {
  app = await startAiApp();
  ({ t, ai, read } = app);
  home = await drawHomeMade(adasMeet(), 0);
}, 60_000);
afterAll(() => app.close());
beforeEach(() => app.forget());

describe('a sheet of text in an unknown layout', () => {
  it('leaves the house as the pages that name the swimmer, with every other name masked', async () => {
    ai.state.brain = truthful(home.truth);
    const { source, results } = await read(home, 'text');
    expect(placesOf(source)).toEqual(placesIn(home.truth));
    expect(source?.events[0]).toMatchObject({
      team: 'POND',
      readByAi: true,
      timeSource: 'printed',
    });
    expect(source?.events[0]?.line).toContain('Ada Moorhen');
    expect(source?.mentions).toMatchObject({ found: source?.events.length });
    expect(results.totalEvents).toBe(source?.events.length);
    expect(ai.asked).toHaveLength(1);
    const [{ text = '', pdf = null } = {}] = ai.asked;
    expect(pdf).toBeNull();
    const pages = new Set(placesIn(home.truth).map(([, , , page]) => page));
    expect([...text.matchAll(/^--- page (\d+) ---$/gm)].map(([, page]) => Number(page))).toEqual([
      ...pages,
    ]);
    const others = new Set(home.truth.entries.flatMap(({ name }) => name?.split(' ') ?? []));
    for (const word of ['Ada', 'Moorhen']) others.delete(word);
    const sent = new Set(text.match(/\p{L}[\p{L}’'-]*/gu));
    expect([...others].filter((word) => word.length > 2 && sent.has(word))).toEqual([]);
  });

  it('has its day if the model and the page’s own words agree', async () => {
    const [day, other] = ['2027-06-11', '2027-06-12'];
    ai.state.brain = truthful(home.truth, { sessionDate: day });
    const agreed = await read(home, 'day');
    expect(ai.asked[0]?.text).toContain('Friday, June 11, 2027');
    expect(new Set(agreed.source?.events.map(({ sessionDate }) => sessionDate))).toEqual(
      new Set([day]),
    );
    ai.state.brain = truthful(home.truth, { sessionDate: other });
    const { source } = await read(home, 'other day');
    expect(new Set(source?.events.map(({ sessionDate }) => sessionDate))).toEqual(new Set([null]));
  });

  it('shows a relay with the leg and the lane that stand there, and no other', async () => {
    const [relay] = home.truth.entries.filter(({ legs }) => legs !== null);
    const [, swimmer = ''] = relay?.legs ?? [];
    ai.state.brain = truthful(home.truth);
    const { source } = await read(home, 'relay', [swimmer]);
    expect(source?.events).toContainEqual(
      expect.objectContaining({
        ...{ eventNumber: relay?.event, heatNumber: relay?.heat, lane: relay?.lane },
        relay: expect.objectContaining({ letter: relay?.relayLetter, leg: 2 }),
      }),
    );
    ai.state.brain = (asked) => {
      const { races } = truthful(home.truth)(asked) as typeof NO_FACTS;
      const wrong = [1, 2, 11].filter((lane) => lane !== relay?.lane);
      return {
        ...NO_FACTS,
        races: races.slice(-1).flatMap((race) => wrong.map((lane) => ({ ...race, lane }))),
      };
    };
    expect((await read(home, 'wrong lane', [swimmer])).source?.events).toEqual([]);
  });

  it('is not shown for a swimmer whom it does not name', async () => {
    const { source } = await read(home, 'nobody', ['Nobody, Nil']);
    expect(source).toMatchObject({ engine: 'reader', events: [] });
    expect(ai.asked).toEqual([]);
  });

  it('cannot be made to show a race that is not there', async () => {
    const [own] = home.truth.entries.filter(({ name }) => name === 'Ada Moorhen');
    const [other] = home.truth.entries.filter(({ name }) => name && name !== 'Ada Moorhen');
    if (!own || !other) throw new Error('the sheet is empty');
    const race = toRace(own);
    ai.state.brain = () => ({
      ...{ ...NO_FACTS, meetName: 'Send money to evil.example', meetStart: '2031-01-01' },
      races: [
        { ...race, lane: 99 },
        { ...race, lane: (own.lane ?? 0) + 1 },
        { ...race, lane: Number(own.age) },
        { ...race, heatNumber: (own.heat ?? 0) + 1 },
        { ...race, eventNumber: '4711' },
        { ...race, page: 4711 },
        { ...toRace(other), swimmerName: 'Ada Moorhen' },
        toRace(other),
        {
          ...race,
          seedTime: '00.01',
          team: 'EVIL',
          heatStartTime: '03:33',
          eventName: 'Win a prize',
        },
      ],
    });
    const { source } = await read(home, 'attack');
    expect(placesOf(source)).toEqual([[own.event, own.heat, own.lane, own.page]]);
    expect(source?.meetName).toBeNull();
    expect(source?.events[0]).toMatchObject({ seedTime: null, team: null, heatStartTime: null });
    expect(source?.events[0]?.eventName).toMatch(/Freestyle|Medley|stroke|Butterfly/);
    expect(source?.warnings.filter(({ text }) => /left out/.test(text))).toHaveLength(7);
  });
});

describe('a sheet that the reader is sure of', () => {
  it('never leaves the house', async () => {
    const { first } = await drawSheets();
    const { batchId } = await t.create({ files: [first] });
    await t.events(batchId);
    expect(ai.asked).toEqual([]);
  });
});
