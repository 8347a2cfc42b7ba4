/** A program with the AI provider's stand-in beside it, and one swimmer's sheets that the reader cannot read. */
import type { SheetReport } from '@heatsync/heatsheet/report.ts';
import { ResultsResponse } from '@heatsync/shared';
import { makeMeet, type Drawn } from '@heatsync/sheetgen';
import { isSwimmer } from '../../src/services/ai/check.ts';
import { NO_FACTS } from './openai/brains.ts';
import { startOpenAi } from './openai/server.ts';
import { testApp } from './testApp.ts';

export const ADA = 'Moorhen, Ada';
const STAR = {
  ...{ first: 'Ada', last: 'Moorhen', middle: null, suffix: null },
  ...{ sex: 'female' as const, age: 11, team: 'POND', para: null },
};

/** Ada's meet. */
export const adasMeet = () =>
  makeMeet({ seed: 5, swimmers: 90, eventsPerSession: 6, stars: [STAR] });

/** A file that nobody has read yet. */
export const fresh = ({ pdf }: Drawn, mark: string) => ({
  name: 'sheet.pdf',
  bytes: new Uint8Array([...pdf, ...Buffer.from(`\n%${mark}\n`)]),
});

/** Where the truth has Ada's races, and where the results have them: event, heat, lane, page. */
export const placesIn = ({ entries }: SheetReport) =>
  entries
    .filter(({ name }) => name !== null && isSwimmer(name, ADA))
    .map(({ event, heat, lane, page }) => [event, heat, lane, page]);
export const placesOf = (source?: ResultsResponse['sources'][number]) =>
  source?.events.map((race) => [race.eventNumber, race.heatNumber, race.lane, race.page]);

export const startAiApp = async (env: Record<string, string> = {}) => {
  const ai = await startOpenAi(() => NO_FACTS);
  const own = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: ai.url, ADMIN_KEY: 'key' };
  const t = await testApp({ ...own, ...env });
  await t.startWorker();
  return {
    ...{ t, ai },
    /** Sends in one sheet and waits until it is read. */
    read: async (drawn: Drawn, mark: string, swimmers = [ADA]) => {
      const { batchId, manageToken } = await t.create({ swimmers, files: [fresh(drawn, mark)] });
      const events = await t.events(batchId);
      const results = ResultsResponse.parse(await t.json(`/api/batch/${batchId}/results`));
      const { jobs } = (await t.json(`/api/batch/${batchId}`)) as {
        jobs: [Record<string, unknown>];
      };
      return { batchId, manageToken, events, job: jobs[0], source: results.sources[0], results };
    },
    forget: () => {
      ai.asked.length = 0;
      ai.failures.length = 0;
    },
    close: async () => {
      await t.close();
      await ai.close();
    },
  };
};
export type AiApp = Awaited<ReturnType<typeof startAiApp>>;
