/** `npm run -s eval -- FOLDER [--json]`: how well the reader reads a folder of sheets whose truth is known. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { PdfError } from '../src/pdf/PdfError.ts';
import { toReport } from '../src/report.ts';
import { readSamples, type Sample } from './eval/folder.ts';
import { resultOf, totalOf, type Result } from './eval/results.ts';
import { scoreSheet } from './eval/score.ts';
import { scoreTable } from './eval/table.ts';

const HELP = `Scores the reader on a folder of sheets whose truth is known.

  npm run -s eval -- FOLDER [--json]

  FOLDER   holds sheets/*.pdf and, for each, truth/<name>.json in the schema of "heatsheet --json";
           its path is relative to where you stand
  --json   one object instead of a table: { files, total }
  --help   this text

Columns: precision and recall of the entries (rows of a session report), then the share of matched entries whose field is right.
The exit code is 1 if a sheet is below its bars: precision and recall 0.9995; team, age, seed, round, start, legs and event name
0.999; the kind right; session reports exact. It is 2 if the folder is not of that shape.`;

const EXIT_BELOW = 1;
const EXIT_WRONG_FOLDER = 2;

const evaluate = async (reader: Reader, { file, path, truth }: Sample): Promise<Result> => {
  const pdf = await readFile(path);
  const start = performance.now();
  try {
    const sheet = await reader.read(pdf);
    const ms = performance.now() - start;
    return resultOf(file, sheet, scoreSheet(truth, toReport(sheet, file)), ms);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return { file, error: error.code, below: [`cannot be read: ${error.code}`] };
  }
};

const main = async (folder: string, json: boolean): Promise<number> => {
  const samples = await readSamples(folder);
  const reader = await createNodeReader();
  const results: Result[] = [];
  for (const sample of samples) results.push(await evaluate(reader, sample));
  const total = totalOf(results);
  console.log(json ? JSON.stringify({ files: results, total }) : scoreTable(results, total));
  return total.below.length > 0 ? EXIT_BELOW : 0;
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (values.help || !folder || others.length > 0) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : EXIT_WRONG_FOLDER;
  } else {
    process.exitCode = await main(resolve(process.env['INIT_CWD'] ?? '.', folder), values.json);
  }
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_WRONG_FOLDER;
}
