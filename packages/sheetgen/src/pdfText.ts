/** Reads back what canvas.ts wrote, without a PDF engine: enough for files that pdfkit made. */
import { inflateSync } from 'node:zlib';

const latin1 = new TextDecoder('windows-1252');

const shownText = (content: string): string =>
  [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, operands = '']) =>
      [...operands.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex = '']) => latin1.decode(Buffer.from(hex, 'hex')))
        .join(''),
    )
    .join('');

/** The text of each page in the order painted. */
export const pageTexts = (pdf: Uint8Array): string[] => {
  const bytes = Buffer.from(pdf);
  return [...bytes.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g)].map(
    ([, body = '']) => shownText(inflateSync(Buffer.from(body, 'latin1')).toString('latin1')),
  );
};
