/** Draws invented meets into OUTDIR/sheets, their truth into OUTDIR/truth. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  drawEasyWk,
  drawFlyer,
  drawHeatSheet,
  drawPsychSheet,
  drawResults,
  drawSessionReport,
  drawSplash,
  makeMeet,
  makeMeetOfPages,
  scanOf,
  type Drawn,
} from '../src/index.ts';

const USAGE = 'Usage: sheetgen.ts OUTDIR [--seed N] [--pages N | --scan]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    pages: { type: 'string' },
    scan: { type: 'boolean', default: false },
  },
});

/** One meet drawn in every way, one heat sheet of `pages` pages, or the pictures of one, which no reader of text can read. */
const drawAll = async (seed: number, pages: number | null): Promise<Record<string, Drawn>> => {
  if (pages)
    return { [`heats-${pages}-pages`]: await drawHeatSheet(makeMeetOfPages(pages, seed), 0) };
  const plain = makeMeet({ seed });
  if (values.scan) return { scan: await scanOf(await drawHeatSheet(plain, 0)) };
  const finals = makeMeet({ seed: seed + 1, alternates: true, deckSeeded: true });
  const european = makeMeet({ seed: seed + 2, flights: false });
  return {
    'heats-one-column': await drawHeatSheet(plain, 0, { columns: 1 }),
    'heats-two-columns': await drawHeatSheet(plain, 0, { heatStarts: true }),
    'heats-three-columns': await drawHeatSheet(finals, 0, { columns: 3, style: 'hash' }),
    'heats-without-legs': await drawHeatSheet(finals, 0, { legs: false }),
    psych: await drawPsychSheet(plain),
    results: await drawResults(plain, 0),
    timeline: await drawSessionReport(plain),
    easywk: await drawEasyWk(european),
    'splash-turkish': await drawSplash(european, 'turkish'),
    'splash-german': await drawSplash(european, 'german'),
    flyer: await drawFlyer(plain),
  };
};

const [folder] = positionals;
const seed = Number(values.seed);
const pages = values.pages === undefined ? null : Number(values.pages);
if (!folder || !Number.isInteger(seed) || (pages !== null && !(pages > 0))) {
  console.error(USAGE);
  process.exit(1);
}

await mkdir(join(folder, 'sheets'), { recursive: true });
await mkdir(join(folder, 'truth'), { recursive: true });
for (const [name, { pdf, truth }] of Object.entries(await drawAll(seed, pages))) {
  const report = { ...truth, file: `${name}.pdf` };
  await writeFile(join(folder, 'sheets', `${name}.pdf`), pdf);
  await writeFile(join(folder, 'truth', `${name}.json`), `${JSON.stringify(report, null, 1)}\n`);
}
