/** The reader in Node: finds the engine's WebAssembly on disk. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createReader, type Reader } from '../src/createReader.ts';
import type { HeatSheet, ReadOptions } from '../src/types.ts';

const wasmPath = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');

/** A reader whose WebAssembly memory holds at most `maxMemoryMb`. */
export const createNodeReader = async (options: { maxMemoryMb?: number } = {}): Promise<Reader> =>
  createReader({ wasm: await readFile(wasmPath), ...options });

/** Reads one PDF with a reader of its own; for several, keep one `createNodeReader`. Errors as `Reader.read`. */
export const readHeatSheet = async (pdf: Uint8Array, options?: ReadOptions): Promise<HeatSheet> =>
  (await createNodeReader()).read(pdf, options);

export { toPng } from './png.ts';
