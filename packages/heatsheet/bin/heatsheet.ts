/** `npm run -s heatsheet -- FILE…`: reads PDFs and prints tables or JSON. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createNodeReader } from '../node/index.ts';
import { findSwimmer, type SwimmerSearch } from '../src/findSwimmer.ts';
import { PdfError } from '../src/pdf/PdfError.ts';
import { toReport } from '../src/report.ts';
import type { HeatSheet } from '../src/types.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { toCalendarFile, type NamedSheet } from './calendar.ts';
import { HELP } from './help.ts';
import { allRaces, heading, racesOf } from './table.ts';

const EXIT_BAD_FILE = 2;

const errorCode = (error: unknown): string => {
  if (error instanceof PdfError) return error.code;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'NOT_FOUND';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
};

const swimmerJson = (found: SwimmerSearch) => ({
  ...found,
  matches: found.matches.map(({ personKey, event, heat, entry, leg }) => ({
    personKey,
    event: event.number,
    eventName: event.name,
    session: event.session,
    round: heat.round ?? event.round,
    heat: heat.number,
    lane: entry.lane,
    rank: entry.rank,
    seed: entry.seed,
    start: heat.start,
    leg: leg?.order ?? null,
    page: (leg ?? entry).page,
    box: (leg ?? entry).box,
    line: (leg ?? entry).line,
  })),
});

const toJson = (sheet: HeatSheet, file: string, swimmers: string[]) => {
  const { confident, coverage, checks, warnings } = sheet;
  const found = swimmers.map((name) => swimmerJson(findSwimmer(sheet, name)));
  return {
    ...toReport(sheet, file),
    confident,
    coverage,
    checks,
    warnings,
    ...(found.length === 1 && { swimmer: found[0] }),
    ...(found.length > 1 && { swimmers: found }),
  };
};

const print = (sheet: HeatSheet, file: string, { json, out, swimmers }: Arguments): void => {
  if (json) return console.log(JSON.stringify(toJson(sheet, file, swimmers)));
  if (out) return;
  const lines =
    swimmers.length > 0
      ? swimmers.flatMap((name) => racesOf(findSwimmer(sheet, name)))
      : allRaces(sheet);
  console.log([heading(file, sheet), ...lines, ''].join('\n'));
};

const save = async (out: string | null, file: string, value: unknown): Promise<void> => {
  if (!out) return;
  await mkdir(out, { recursive: true });
  await writeFile(join(out, `${basename(file, '.pdf')}.json`), `${JSON.stringify(value)}\n`);
};

const saveCalendar = async (sheets: NamedSheet[], { ics, swimmers }: Arguments): Promise<void> => {
  if (!ics) return;
  const { text, races, undated } = toCalendarFile(sheets, swimmers, ics.zone, new Date());
  await writeFile(ics.file, text);
  console.error(`${basename(ics.file)}: ${races} races`);
  if (undated > 0) console.error(`Left out: ${undated} races whose day no sheet says for certain.`);
};

const main = async (args: Arguments): Promise<number> => {
  const reader = await createNodeReader();
  const sheets: NamedSheet[] = [];
  let exitCode = 0;
  for (const path of args.files) {
    const file = basename(path);
    try {
      const sheet = await reader.read(await readFile(path));
      sheets.push({ file, sheet });
      print(sheet, file, args);
      await save(args.out, file, toJson(sheet, file, args.swimmers));
    } catch (error) {
      const bad = { file, error: errorCode(error) };
      console.log(args.json ? JSON.stringify(bad) : `${file}: ${bad.error}`);
      await save(args.out, file, bad);
      exitCode = EXIT_BAD_FILE;
    }
  }
  await saveCalendar(sheets, args);
  return exitCode;
};

try {
  const args = parseArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (args.help || args.files.length === 0) {
    console.log(HELP);
    process.exitCode = args.help ? 0 : EXIT_BAD_FILE;
  } else process.exitCode = await main(args);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`heatsheet: ${error.message}\nSee --help.`);
  process.exitCode = EXIT_BAD_FILE;
}
