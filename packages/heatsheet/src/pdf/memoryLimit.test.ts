import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { limitMemory } from './memoryLimit.ts';

type Memory = { grow: (pages: number) => number };

/** Node has it, its type package does not say so. */
const { WebAssembly: Wasm } = globalThis as unknown as {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object) => { exports: Record<string, Memory> };
    validate: (bytes: Uint8Array) => boolean;
  };
};

/** A module with one memory of 1 page that may grow to `maximum` (below 128). */
const moduleWith = (maximum: number) =>
  new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 4, 1, 1, 1, maximum, 7, 5, 1, 1, 0x6d, 2, 0]);

const memoryOf = (wasm: Uint8Array<ArrayBuffer>) =>
  new Wasm.Instance(new Wasm.Module(wasm)).exports['m'] as Memory;

it('binds: growing past the limit fails', () => {
  const memory = memoryOf(limitMemory(moduleWith(100), 1));
  memory.grow(15);
  expect(() => memory.grow(1)).toThrow(RangeError);
});

it('never raises a maximum', () => {
  const memory = memoryOf(limitMemory(moduleWith(3), 512));
  expect(() => memory.grow(3)).toThrow(RangeError);
});

it('leaves its input alone', () => {
  const wasm = moduleWith(100);
  limitMemory(wasm, 1);
  expect(wasm).toEqual(moduleWith(100));
});

it('refuses a module whose memory declares no maximum', () => {
  const open = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1]);
  expect(() => limitMemory(open, 1)).toThrow('no maximum');
});

it('leaves the engine a valid module', () => {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  expect(Wasm.validate(limitMemory(readFileSync(path), 64))).toBe(true);
});
