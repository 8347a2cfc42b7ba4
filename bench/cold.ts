/** In a process of its own: from nothing to a PDF read, by the `reader` or the `bare` engine, and again when warm. */
import { createNodeReader } from '@heatsync/heatsheet/node';
import { readFile } from 'node:fs/promises';
import { loadBareEngine, readBare } from './bareEngine.ts';
import { median, milliseconds } from './measure.ts';

const WARM_UP = 5;
const ROUNDS = 5;

const starts = {
  reader: async () => {
    const reader = await createNodeReader();
    return (pdf: Uint8Array) => reader.read(pdf);
  },
  bare: async () => {
    const engine = await loadBareEngine();
    return (pdf: Uint8Array) => readBare(engine, pdf);
  },
};

const [which, file = ''] = process.argv.slice(2);
const pdf = new Uint8Array(await readFile(file));
let read: (pdf: Uint8Array) => unknown = () => undefined;
const cold = await milliseconds(async () => {
  read = await starts[which === 'bare' ? 'bare' : 'reader']();
  await read(pdf);
});
for (let round = 0; round < WARM_UP; round++) await read(pdf);
const warm: number[] = [];
for (let round = 0; round < ROUNDS; round++) warm.push(await milliseconds(() => read(pdf)));
console.log(JSON.stringify({ cold, warm: median(warm) }));
