/** Hostile PDFs one after the other in one reader: each ends in time and memory, and none leaves anything behind. */
import { PdfError } from '@heatsync/heatsheet';
import { createNodeReader } from '@heatsync/heatsheet/node';
import { corrupted, drawHeatSheet, hostilePdfs, makeMeet, truncated } from '@heatsync/sheetgen';

const MAX_SECONDS = 10;
const MAX_MEMORY_MB = 512;
const TRUNCATE_STEP = 10;
const CORRUPTIONS = 2_000;
const FLIPS = [1, 5, 40, 400];
const REPEATS = 500;
/** What the process may hold more after many files than after a few. */
const MAX_GROWTH_MB = 40;

type Reader = Awaited<ReturnType<typeof createNodeReader>>;
type Trial = { name: string; pdf: () => Uint8Array };

const memoryMb = () => process.memoryUsage().rss / 1_000_000;

/** Null if the file ended as it should, else what went wrong. */
const tryOne = async (reader: Reader, { name, pdf }: Trial): Promise<string | null> => {
  const bytes = pdf();
  const start = performance.now();
  const outcome = await reader.read(bytes).then(
    () => null,
    (error: unknown) => (error instanceof PdfError ? null : `${name}: ${String(error)}`),
  );
  const seconds = (performance.now() - start) / 1000;
  if (seconds > MAX_SECONDS) return `${name} took ${seconds.toFixed(1)} s`;
  if (memoryMb() > MAX_MEMORY_MB) return `${name} left ${memoryMb().toFixed(0)} MB in use`;
  return outcome;
};

const truncations = (pdf: Uint8Array): Trial[] =>
  Array.from({ length: Math.floor(pdf.length / TRUNCATE_STEP) }, (_, index) => {
    const length = index * TRUNCATE_STEP;
    return { name: `the first ${length} bytes`, pdf: () => truncated(pdf, length) };
  });

const corruptions = (pdf: Uint8Array): Trial[] =>
  Array.from({ length: CORRUPTIONS }, (_, seed) => {
    const flips = FLIPS[seed % FLIPS.length] ?? 1;
    return { name: `corruption ${seed} of ${flips} bytes`, pdf: () => corrupted(pdf, seed, flips) };
  });

const run = async (reader: Reader, what: string, trials: Trial[]): Promise<string[]> => {
  const failures: string[] = [];
  const start = performance.now();
  for (const trial of trials) {
    const failure = await tryOne(reader, trial);
    if (failure) failures.push(failure);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${what}: ${trials.length} in ${seconds} s, ${memoryMb().toFixed(0)} MB held`);
  return failures;
};

/** Reads the same sheets over and over: memory must come back to its level. */
const leak = async (reader: Reader, pdf: Uint8Array): Promise<string[]> => {
  for (let i = 0; i < REPEATS / 10; i++) await reader.read(pdf);
  const before = memoryMb();
  for (let i = 0; i < REPEATS; i++) await reader.read(pdf);
  const grown = memoryMb() - before;
  console.log(`${REPEATS} files: from ${before.toFixed(0)} MB to ${memoryMb().toFixed(0)} MB`);
  return grown > MAX_GROWTH_MB ? [`${REPEATS} files left ${grown.toFixed(0)} MB behind`] : [];
};

/** Every trial of the reader; returns what failed. */
export const soakReader = async (): Promise<string[]> => {
  const reader = await createNodeReader();
  const meet = makeMeet({ seed: 1, swimmers: 24, eventsPerSession: 4 });
  const { pdf } = await drawHeatSheet(meet, 'all', { columns: 2 });
  const hostile = Object.entries(hostilePdfs()).map(([name, make]) => ({ name, pdf: make }));
  return [
    ...(await leak(reader, pdf)),
    ...(await run(reader, 'hostile files', hostile)),
    ...(await run(reader, 'files that break off', truncations(pdf))),
    ...(await run(reader, 'corrupted files', corruptions(pdf))),
    ...(await leak(reader, pdf)),
  ];
};
