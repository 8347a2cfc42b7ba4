import { describe, expect, it } from 'vitest';
import {
  drawEasyWk,
  drawFlyer,
  drawHeatSheet,
  drawPsychSheet,
  drawResults,
  drawSessionReport,
  drawSplash,
  encryptedPdf,
  makeMeet,
  makeMeetOfPages,
  printedName,
  sampleMeet,
  textFileNamedPdf,
  type DrawOptions,
  type Meet,
} from './index.ts';
import { pageTexts } from './pdfText.ts';
import { BOYS, GIRLS, HARD_SURNAMES, SURNAMES } from './words.ts';

const LOOKS: [string, DrawOptions][] = [
  ['one column', { columns: 1 }],
  ['two columns with heat starts', { columns: 2, heatStarts: true }],
  ['three columns in "#" style', { columns: 3, style: 'hash' }],
  ['no legs', { legs: false }],
];

const laneCount = (meet: Meet): number =>
  meet.sessions
    .flatMap((session) => session.events)
    .map((event) => event.heats.flatMap((heat) => heat.entries).length)
    .reduce((sum, count) => sum + count, 0);

describe('drawHeatSheet', () => {
  const meet = makeMeet({ seed: 5, sessions: [{ title: 'FRIDAY FINALS', start: '18:00' }] });

  it.each(LOOKS)('gives the same bytes for the same seed: %s', async (_, options) => {
    const again = makeMeet({ seed: 5, sessions: [{ title: 'FRIDAY FINALS', start: '18:00' }] });
    const [one, two] = [
      await drawHeatSheet(meet, 0, options),
      await drawHeatSheet(again, 0, options),
    ];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    expect(one.truth).toEqual(two.truth);
  });

  it('gives other bytes for another seed', async () => {
    const other = await drawHeatSheet(makeMeet({ seed: 6 }), 0);
    expect(other.truth.entries).not.toEqual((await drawHeatSheet(meet, 0)).truth.entries);
  });

  it.each(LOOKS)('tells every lane once, on the page where it stands: %s', async (_, options) => {
    const { pdf, truth } = await drawHeatSheet(meet, 0, options);
    const texts = pageTexts(pdf);
    expect(texts).toHaveLength(truth.pages);
    expect(truth.entries).toHaveLength(laneCount(meet));
    const places = truth.entries.map(({ event, heat, lane }) => `${event}/${heat}/${lane}`);
    expect(new Set(places).size).toBe(places.length);
    const absent = truth.entries.filter(
      ({ page, name, team }) => !texts[page - 1]?.includes(name ?? team ?? ''),
    );
    expect(absent).toEqual([]);
  });

  it('counts the heats of a flighted event together', async () => {
    const { truth } = await drawHeatSheet(meet, 0);
    const flighted = Map.groupBy(meet.sessions[0]?.events ?? [], (event) => event.number);
    expect([...flighted.values()].some((parts) => parts.length === 2)).toBe(true);
    for (const { event, heats } of truth.events) {
      const seen = truth.entries.filter((entry) => entry.event === event).map(({ heat }) => heat);
      expect(new Set(seen).size, event).toBe(heats);
    }
  });

  it('prints start times that never run backwards, or none', async () => {
    const { truth } = await drawHeatSheet(meet, 0, { heatStarts: true });
    const starts = truth.entries.map(({ start }) => start);
    expect(starts).not.toContain(null);
    const order = meet.sessions[0]?.events.flatMap((event) =>
      event.heats.map((heat) => heat.start),
    );
    expect(order).toEqual(order?.toSorted());
    const without = await drawHeatSheet(meet, 0);
    expect(without.truth.entries.every(({ start }) => start === null)).toBe(true);
  });

  it('shows alternates and ranked lists where asked for', async () => {
    const finals = makeMeet({ seed: 9, alternates: true, deckSeeded: true });
    const { truth } = await drawHeatSheet(finals, 0);
    expect(truth.entries.filter(({ note }) => note === 'alternate').length).toBeGreaterThan(1);
    const ranked = truth.entries.filter(({ rank }) => rank !== null);
    expect(ranked.length).toBeGreaterThan(4);
    expect(ranked.every(({ heat, lane }) => heat === null && lane === null)).toBe(true);
  });
});

describe('names', () => {
  it('are made of our own words only', () => {
    const firsts = new Set([...GIRLS, ...BOYS, 'Ellyson', 'Elsie', 'Fynn']);
    const lasts = new Set([...SURNAMES, ...HARD_SURNAMES, 'Lark', 'Larch', 'Heronsby', 'Ottersby']);
    for (const { first, last } of makeMeet({ seed: 11, swimmers: 900 }).swimmers) {
      expect(firsts).toContain(first);
      expect(lasts).toContain(last);
    }
  });

  it('hold the traps: accents, hyphens, apostrophes, two words, suffixes, namesakes', () => {
    const names = makeMeet({ seed: 12, swimmers: 400 }).swimmers.map(printedName);
    for (const trap of [/[À-ÿ]/, /-/, /'/, /^van der /, / Jr,/]) {
      expect(names.some((name) => trap.test(name))).toBe(true);
    }
    expect(names.filter((name) => name === 'Heronsby, Wren')).toHaveLength(2);
  });

  it('of record holders belong to nobody at the meet', () => {
    const meet = makeMeet({ seed: 13, swimmers: 600 });
    const spoken = new Set(meet.swimmers.map(({ first, last }) => `${first} ${last}`));
    const holders = meet.sessions.flatMap(({ events }) =>
      events.flatMap(({ records }) => records.map(({ holder }) => holder)),
    );
    expect(holders.length).toBeGreaterThan(5);
    expect(holders.filter((holder) => spoken.has(holder))).toEqual([]);
  });
});

describe('other documents', () => {
  const meet = makeMeet({ seed: 4 });

  it('ranks a psych sheet from 1 in each event, no time last', async () => {
    const { truth } = await drawPsychSheet(meet);
    expect(truth.kind).toBe('psych_sheet');
    expect(truth.entries).toHaveLength(laneCount(meet));
    const seeds = Map.groupBy(truth.entries, ({ event }) => event);
    for (const ranked of seeds.values()) {
      expect(ranked[0]?.rank).toBe(1);
      const times = ranked.map(({ seed }) => (seed === 'NT' ? 'NT' : ''));
      expect(times).toEqual(times.toSorted());
    }
    expect(truth.entries.some(({ seed }) => seed === 'NT')).toBe(true);
  });

  it('reports a session with one row for each flight', async () => {
    const { truth } = await drawSessionReport(meet);
    expect(truth.sessions?.[0]?.rows).toHaveLength(meet.sessions[0]?.events.length ?? -1);
  });

  it('draws results and a flyer without entries', async () => {
    for (const drawn of [await drawResults(meet, 0), await drawFlyer(meet)]) {
      expect(drawn.truth.entries).toEqual([]);
      expect(pageTexts(drawn.pdf)).toHaveLength(drawn.truth.pages);
    }
  });

  it('makes files that cannot be read', async () => {
    expect(Buffer.from(await encryptedPdf()).toString('latin1')).toContain('/Encrypt');
    expect(new TextDecoder().decode(textFileNamedPdf())).not.toContain('%PDF');
  });
});

describe('makeMeetOfPages', () => {
  it.each([1, 20])('fills %i pages with whole events', async (pages) => {
    const meet = makeMeetOfPages(pages, 3);
    const { pdf, truth } = await drawHeatSheet(meet, 0);
    expect(truth.pages).toBe(pages);
    expect(pageTexts(pdf)).toHaveLength(pages);
    expect(truth.entries).toHaveLength(laneCount(meet));
  });
});

describe('sampleMeet', () => {
  it('gives each child two or three races in each of three sessions, one of them a relay', async () => {
    const { swimmer, siblings, files } = await sampleMeet();
    expect(files).toHaveLength(3);
    for (const { truth } of files) {
      expect(truth.pages).toBeGreaterThanOrEqual(4);
      expect(truth.pages).toBeLessThanOrEqual(8);
      for (const name of [swimmer, ...siblings]) {
        const races = truth.entries.filter((one) => one.name === name || one.legs?.includes(name));
        expect(races).toHaveLength(3);
        expect(races.filter((race) => race.legs)).toHaveLength(1);
      }
    }
    const timed = files.map(({ truth }) => truth.entries.every(({ start }) => start !== null));
    expect(timed).toEqual([true, true, false]);
  });
});

describe.each([
  ['EasyWk', drawEasyWk],
  ['Splash', (meet: Meet) => drawSplash(meet, 'turkish')],
])('a start list of %s', (_, draw) => {
  const meetOf = (seed: number) => makeMeet({ seed, flights: false, eventsPerSession: 5 });

  it('gives the same bytes and truth for the same seed', async () => {
    const [one, two] = [await draw(meetOf(5)), await draw(meetOf(5))];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    expect(one.truth).toEqual(two.truth);
  });

  it('tells every entry once', async () => {
    const { truth } = await draw(meetOf(6));
    expect(truth.entries).toHaveLength(laneCount(meetOf(6)));
    const pages = truth.entries.map(({ page }) => page);
    expect(Math.max(...pages)).toBeLessThanOrEqual(truth.pages);
  });
});
