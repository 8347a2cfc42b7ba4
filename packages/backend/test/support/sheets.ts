import type { HeatSheet } from '@heatsync/heatsheet';
import {
  drawPsychSheet,
  drawResults,
  drawSessionReport,
  encryptedPdf,
  sampleMeet,
  scannedPdf,
  textFileNamedPdf,
} from '@heatsync/sheetgen';
import type { Upload } from './testApp.ts';

const draw = async () => {
  const { files, meet, swimmer } = await sampleMeet();
  const sessions: Upload[] = files.map(({ name, pdf }) => ({ name, bytes: pdf }));
  const [first] = sessions;
  if (!first) throw new Error('the sample meet has no session');
  const psych = { name: 'psych.pdf', bytes: (await drawPsychSheet(meet)).pdf };
  const results = { name: 'results.pdf', bytes: (await drawResults(meet, 0)).pdf };
  const locked = { name: 'locked.pdf', bytes: await encryptedPdf() };
  const scan = { name: 'scan.pdf', bytes: await scannedPdf() };
  const halfScan = {
    name: 'report.pdf',
    bytes: (await drawSessionReport(meet, { picturePages: 2 })).pdf,
  };
  const text = { name: 'text.pdf', bytes: textFileNamedPdf() };
  return { swimmer, first, sessions, psych, results, locked, scan, halfScan, text, truths: files };
};

let drawn: ReturnType<typeof draw> | undefined;

/** The sample weekend and what else people drop in; drawn once, however many files ask. */
export const drawSheets = () => (drawn ??= draw());

/** A file that looks like a PDF as far as an upload is looked at. */
export const stub = (name: string, megabytes = 0): Upload => {
  const bytes = new Uint8Array(megabytes * 1024 * 1024 + 32);
  bytes.set(new TextEncoder().encode(`%PDF-1.7 ${name}`.slice(0, 32)));
  return { name, bytes };
};

/** An empty sheet, for tests of the queue that read nothing. */
export const EMPTY_SHEET: HeatSheet = {
  readerVersion: 1,
  kind: 'other',
  software: 'other',
  pages: 1,
  meetName: null,
  meetStart: null,
  meetEnd: null,
  venue: null,
  course: null,
  sessions: [],
  events: [],
  lines: [],
  checks: [],
  coverage: 0,
  warnings: [],
  confident: false,
};
