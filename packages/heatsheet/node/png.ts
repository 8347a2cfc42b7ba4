/** Pictures as PNG files (ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../src/pdf/picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a sample, grey. */
const GREY = [8, 0, 0, 0, 0];

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** Luma of ITU-R BT.601; every row begins with its filter, 0 for none. */
const greyRows = ({ width, height, rgba }: Picture): Uint8Array => {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4)
      rows[y * (width + 1) + 1 + x] = Math.round(
        0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0),
      );
  return rows;
};

/** A picture in shades of grey, which is all a sheet needs: a third of the bytes. */
export const toPng = (picture: Picture): Uint8Array<ArrayBuffer> => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(picture.width, 0);
  size.writeUInt32BE(picture.height, 4);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', Buffer.concat([size, Buffer.from(GREY)])),
      chunk('IDAT', deflateSync(greyRows(picture), { level: 3 })),
      chunk('IEND', new Uint8Array()),
    ]),
  );
};
