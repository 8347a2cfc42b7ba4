import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../../node/index.ts';
import type { Reader } from '../createReader.ts';
import type { Picture, PictureOptions } from './picture.ts';
import { pdfOf } from './testPdf.ts';

/** Red, 20 × 10 points, its corner 40 from the left and 30 from the top of an upright page. */
const RED = '1 0 0 rg 40 60 20 10 re f';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});
const render = (page: string, options: PictureOptions) =>
  reader.renderPage(pdfOf(RED, page), 1, options);
const colour = ({ width, rgba }: Picture, x: number, y: number) => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];
const isRed = (picture: Picture, x: number, y: number) =>
  expect(colour(picture, x, y)).toEqual([255, 0, 0]);
const isWhite = (picture: Picture, x: number, y: number) =>
  expect(colour(picture, x, y)).toEqual([255, 255, 255]);

describe('what stands where on a picture', () => {
  it.each([
    ['upright', '', 50, 35, 200],
    ['a quarter turned', '/Rotate 90', 65, 50, 100],
    ['cropped', '/CropBox[10 10 190 90]', 40, 25, 180],
  ])('%s', async (_, page, x, y, width) => {
    const picture = await render(page, { scale: 2 });
    expect(picture.width).toBe(width * 2);
    expect(picture.rgba.length).toBe(picture.width * picture.height * 4);
    isRed(picture, x * 2, y * 2);
    isWhite(picture, x * 2, y * 2 + 24);
  });

  it('shows a box alone', async () => {
    const picture = await render('', { scale: 3, box: [40, 30, 70, 40] });
    expect([picture.width, picture.height]).toEqual([90, 30]);
    isRed(picture, 1, 1);
    isRed(picture, 58, 28);
    isWhite(picture, 62, 15);
  });
});

it('makes no picture that takes all memory', async () => {
  const { width, height } = await render('', { scale: 10_000 });
  expect(width / height).toBeCloseTo(2, 1);
  expect(width * height).toBeLessThan(21_000_000);
});

it('has no picture of a page that is not there', async () => {
  const pdf = pdfOf(RED);
  await expect(reader.renderPage(pdf, 2, { scale: 1 })).rejects.toMatchObject({ code: 'DAMAGED' });
});
