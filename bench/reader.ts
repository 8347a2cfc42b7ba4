/** The whole read, bytes to checked sheet, beside the bare engine on the same file in the same thread. */
import { createNodeReader } from '@heatsync/heatsheet/node';
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { loadBareEngine, readBare } from './bareEngine.ts';
import { inTurns, type Figure } from './measure.ts';

const PAGES = 75;
const ROUNDS = 9;

export const benchReader = async (): Promise<Figure[]> => {
  const { pdf, truth } = await drawHeatSheet(makeMeetOfPages(PAGES, 1), 'all');
  const reader = await createNodeReader();
  const engine = await loadBareEngine();
  const times = await inTurns(
    ROUNDS,
    () => reader.read(pdf),
    () => readBare(engine, pdf),
  );
  return [
    {
      name: 'read a sheet',
      baseline: 'the bare engine (glyph origins of all pages)',
      ratio: times.work / times.baseline,
      detail: `${truth.pages} pages, ${truth.entries.length} entries: ${times.work.toFixed(0)} ms to ${times.baseline.toFixed(0)} ms`,
    },
  ];
};
