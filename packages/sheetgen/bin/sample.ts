/** Writes the sample meet's PDFs and `sample.json`: { swimmer, siblings, files }. Usage: sample.ts OUTDIR */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleMeet } from '../src/index.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: sample.ts OUTDIR');
  process.exit(1);
}

const { swimmer, siblings, files } = await sampleMeet();
await mkdir(folder, { recursive: true });
await Promise.all(files.map(({ name, pdf }) => writeFile(join(folder, name), pdf)));
const names = files.map(({ name }) => name);
await writeFile(
  join(folder, 'sample.json'),
  `${JSON.stringify({ swimmer, siblings, files: names }, null, 2)}\n`,
);
