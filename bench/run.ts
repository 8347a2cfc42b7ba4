/** `npm run bench [NAME]`: every figure is a ratio to a named baseline that was measured in the same run. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Figure } from './measure.ts';

const benches: Record<string, () => Promise<Figure[]>> = {
  reader: async () => (await import('./reader.ts')).benchReader(),
  batch: async () => (await import('./batch.ts')).benchBatch(),
  page: async () => (await import('./lighthouse.ts')).benchPage(),
  scroll: async () => (await import('./scroll.ts')).benchScroll(),
  streams: async () => (await import('./streams.ts')).benchStreams(),
  queue: async () => (await import('./queue.ts')).benchQueue(),
  system: async () => (await import('./system.ts')).benchSystem(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(1);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await bench()) {
    figures.push(figure);
    console.log(
      `${figure.name}: ${figure.ratio.toFixed(2)} × ${figure.baseline} (${figure.detail})`,
    );
  }
}

await mkdir('artifacts', { recursive: true });
await writeFile('artifacts/bench.json', JSON.stringify(figures, null, 2));
