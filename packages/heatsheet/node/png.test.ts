import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { toPng } from './png.ts';

it('writes size and shades of grey', () => {
  const rgba = new Uint8ClampedArray([
    255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 9, 9, 9, 9,
  ]);
  const png = Buffer.from(toPng({ width: 2, height: 2, rgba }));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2]);
  const data = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  expect([...rows]).toEqual([0, 255, 0, 0, 76, 9]);
});
