/**
 * Lowers the maximum of a WebAssembly module's own memory. A thread's resource limits do not bind WebAssembly, and PDFium's
 * memory may otherwise grow to 2 GB. (Format: WebAssembly core specification, binary format, memory section.)
 */
const MEMORY_SECTION = 5;
const HEADER_BYTES = 8;
const PAGES_PER_MB = 16;

type Number32 = { value: number; end: number };

const readLeb = (bytes: Uint8Array, start: number): Number32 => {
  let value = 0;
  for (let i = 0; ; i++) {
    const byte = bytes[start + i] ?? 0;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value: value >>> 0, end: start + i + 1 };
  }
};

/** Writes a number over another one's bytes, padded to the same length. */
const writeLeb = (bytes: Uint8Array, start: number, end: number, value: number): void => {
  for (let i = start; i < end; i++) {
    const last = i === end - 1;
    bytes[i] = (value & 0x7f) | (last ? 0 : 0x80);
    value >>>= 7;
  }
};

const sectionStart = (bytes: Uint8Array, id: number): number | null => {
  let at = HEADER_BYTES;
  while (at < bytes.length) {
    const size = readLeb(bytes, at + 1);
    if (bytes[at] === id) return size.end;
    at = size.end + size.value;
  }
  return null;
};

/** A copy of a WebAssembly module whose memory holds at most `maxMemoryMb`; throws if it declares no maximum. */
export const limitMemory = (wasm: Uint8Array, maxMemoryMb: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(wasm);
  const section = sectionStart(bytes, MEMORY_SECTION);
  if (section === null) throw new Error('The WebAssembly module has no memory of its own.');
  const count = readLeb(bytes, section);
  if (((bytes[count.end] ?? 0) & 1) === 0) throw new Error('The memory declares no maximum.');
  const minimum = readLeb(bytes, count.end + 1);
  const maximum = readLeb(bytes, minimum.end);
  const pages = Math.min(maximum.value, Math.max(minimum.value, maxMemoryMb * PAGES_PER_MB));
  writeLeb(bytes, minimum.end, maximum.end, pages);
  return bytes;
};
