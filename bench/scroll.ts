/** The results of 15 sheets, scrolled from top to bottom on a processor slowed down four times: frames drawn and dropped. */
import { drawHeatSheet, makeMeet, printedName, type Meet } from '@heatsync/sheetgen';
import type { CDPSession, Page } from '@playwright/test';
import { withPhone } from './browser.ts';
import type { Figure } from './measure.ts';
import { submit, untilCompleted, withProgram } from './program.ts';

const SHEETS = 15;
const SLOWER = 4;
/** Pixels a second: a thumb in a hurry. */
const SPEED = 1600;
const FULL = 60;

/** One frame on its way to the screen: what the browser's own smoothness figures are made of. */
type FrameEvent = {
  name: string;
  ts: number;
  args?: { frame_reporter?: { frame_sequence: number; state: string; scroll_state: string } };
};
const CATEGORIES = 'cc,benchmark';

const someone = (meet: Meet): string => {
  const entries = meet.sessions[0]?.events.flatMap((event) =>
    event.heats.flatMap((heat) => heat.entries.flatMap((entry) => entry.swimmer ?? [])),
  );
  const [first] = entries ?? [];
  if (!first) throw new Error('The drawn meet has no swimmer.');
  return printedName(first);
};

/** The same swimmer at a long meet, a session a sheet. */
const drawSheets = async (): Promise<{ swimmer: string; pdfs: Uint8Array[] }> => {
  const sessions = Array.from({ length: SHEETS }, (_, index) => ({
    title: `SESSION ${index + 1}`,
    start: '08:30',
  }));
  const meet = makeMeet({ seed: 7, sessions, swimmers: 40 });
  const pdfs: Uint8Array[] = [];
  for (const index of sessions.keys())
    pdfs.push((await drawHeatSheet(meet, index, { heatStarts: true })).pdf);
  return { swimmer: someone(meet), pdfs };
};

/** What the browser traced of its frames while `work` ran. */
const traced = async (session: CDPSession, work: () => Promise<unknown>): Promise<FrameEvent[]> => {
  const events: FrameEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as FrameEvent[])),
  );
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { categories: CATEGORIES });
  await work();
  await session.send('Tracing.end');
  await complete;
  return events;
};

const scroll = async (page: Page): Promise<FrameEvent[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const height = await page.evaluate<number>('document.body.scrollHeight - innerHeight');
  return traced(session, () =>
    session.send('Input.synthesizeScrollGesture', {
      ...{ x: 195, y: 600, yDistance: -height, speed: SPEED },
      gestureSourceType: 'mouse',
    }),
  );
};

const toFigure = (events: FrameEvent[], races: number): Figure => {
  const frames = events.flatMap(({ ts, args }) =>
    args?.frame_reporter ? [{ ts, ...args.frame_reporter }] : [],
  );
  const scrolling = frames.filter(({ scroll_state }) => scroll_state.startsWith('SCROLL_C'));
  const inState = (state: RegExp) =>
    new Map(
      scrolling.filter((one) => state.test(one.state)).map((one) => [one.frame_sequence, one]),
    );
  const shown = inState(/PRESENTED/);
  const dropped = [...inState(/DROPPED/).keys()].filter((sequence) => !shown.has(sequence)).length;
  const times = [...shown.values()].map(({ ts }) => ts);
  const seconds = (Math.max(...times) - Math.min(...times)) / 1_000_000;
  const rate = (shown.size - 1) / seconds;
  return {
    name: `${SHEETS} sheets' results scrolled on a ${SLOWER} × slower processor, frames a second`,
    baseline: `${FULL} frames a second`,
    ratio: rate / FULL,
    detail: `${rate.toFixed(1)} a second for ${seconds.toFixed(1)} s, ${dropped} dropped, ${races} races`,
  };
};

export const benchScroll = (): Promise<Figure[]> =>
  withProgram(async (url) => {
    const { swimmer, pdfs } = await drawSheets();
    const { batchId, streamUrl } = await submit(url, swimmer, pdfs);
    await untilCompleted(url + streamUrl);
    return withPhone(async (page) => {
      await page.goto(`${url}/batch/${batchId}`);
      await page.getByText(`${SHEETS} sheets read`).waitFor();
      const races = await page.locator('[id^=session-] details').count();
      return [toFigure(await scroll(page), races)];
    });
  });
