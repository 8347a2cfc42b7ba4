/** A drawn sheet as a scanner leaves it: pictures of its pages, and no text. */
import { createNodeReader, toPng } from '@heatsync/heatsheet/node';
import type { Drawn } from './heatSheet.ts';
import { picturesPdf } from './canvas.ts';

/** 100 dpi: text of eight points is still legible. */
const SCALE = 100 / 72;

/** Only these pages (from 1) become pictures, the others stay away; else all. The truth is the sheet's own. */
export const scanOf = async ({ pdf, truth }: Drawn, only?: readonly number[]): Promise<Drawn> => {
  const reader = await createNodeReader();
  const pages = only ?? Array.from({ length: truth.pages }, (_, index) => index + 1);
  const pictures: Uint8Array[] = [];
  for (const page of pages)
    pictures.push(toPng(await reader.renderPage(pdf, page, { scale: SCALE })));
  return {
    pdf: await picturesPdf(pictures),
    truth: {
      ...truth,
      pages: pages.length,
      entries: truth.entries
        .filter(({ page }) => pages.includes(page))
        .map((entry) => ({ ...entry, page: pages.indexOf(entry.page) + 1 })),
    },
  };
};
