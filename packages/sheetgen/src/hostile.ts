/** PDFs made to hang, crash or exhaust a reader; written by hand, since no library would. */
import { deflateSync } from 'node:zlib';
import { createRandom } from './random.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PDF of numbered objects, the first of which is its catalog; without a cross-reference table. */
const rawPdf = (objects: string[]): Uint8Array =>
  encode(
    [
      '%PDF-1.4',
      ...objects.map((object, index) => `${index + 1} 0 obj${object}endobj`),
      'trailer<</Root 1 0 R>>',
    ].join('\n'),
  );

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const BOX = '/MediaBox[0 0 612 792]';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream\n`;

const onePage = (content: string): Uint8Array =>
  rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[3 0 R]/Count 1${BOX}>>`,
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>',
    stream(content),
    FONT,
    `<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream\n`,
  ]);

const manyPages = (count: number): Uint8Array =>
  rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[${Array.from({ length: count }, (_, i) => `${i + 4} 0 R`).join(' ')}]/Count ${count}${BOX}>>`,
    FONT,
    ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R>>'),
  ]);

const LINE = 'abcdefghij'.repeat(10);

/** Lines of a hundred letters, each a little below the other, so that none hides another. */
const manyGlyphs = (count: number): Uint8Array =>
  onePage(
    Array.from(
      { length: count / LINE.length },
      (_, i) =>
        `BT /F 5 Tf ${20 + (i % 7)} ${780 - (i * 760 * LINE.length) / count} Td (${LINE}) Tj ET`,
    ).join('\n'),
  );

const deep = (depth: number): Uint8Array =>
  rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[3 0 R]/Count 1${BOX}>>`,
    `<</Type/Page/Parent 2 0 R/Nest ${'['.repeat(depth)}${']'.repeat(depth)}>>`,
  ]);

/** A page tree that is a chain of `depth` nodes. */
const deepTree = (depth: number): Uint8Array =>
  rawPdf([
    CATALOG,
    ...Array.from(
      { length: depth },
      (_, i) =>
        `<</Type/Pages/Kids[${i + 3} 0 R]/Count 1${BOX}${i ? `/Parent ${i + 1} 0 R` : ''}>>`,
    ),
    `<</Type/Page/Parent ${depth + 1} 0 R>>`,
  ]);

const treeLoop = (): Uint8Array =>
  rawPdf([CATALOG, `<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R${BOX}>>`]);

const countLie = (): Uint8Array =>
  rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[3 0 R]/Count 2000000000${BOX}>>`,
    '<</Type/Page/Parent 2 0 R>>',
  ]);

/** Cross-reference tables that name each other as the one before. */
const tableLoop = (): Uint8Array => {
  const head = '%PDF-1.4\n';
  const table = 'xref\n0 1\n0000000000 65535 f \n';
  return encode(
    `${head}${table}trailer<</Root 1 0 R/Size 1/Prev ${head.length}>>\nstartxref\n${head.length}\n%%EOF`,
  );
};

/** The files by what is wrong with them. */
export const hostilePdfs = (): Record<string, () => Uint8Array> => ({
  'ten thousand pages': () => manyPages(10_000),
  'five hundred pages': () => manyPages(500),
  'a million glyphs on a page': () => manyGlyphs(1_000_000),
  'arrays in arrays': () => deep(100_000),
  'a page tree like a chain': () => deepTree(20_000),
  'a page tree that holds itself': treeLoop,
  'two thousand million pages, it says': countLie,
  'cross-references in a circle': tableLoop,
  'a drawing that draws itself': () => onePage('/X Do'),
  'states saved and never restored': () => onePage('q '.repeat(200_000)),
});

/** A page drawn by millions of commands that draw nothing, two hundred times: a small file that takes minutes to read. */
export const endlessPdf = (): Uint8Array => {
  const pages = Array.from({ length: 200 }, (_, i) => i + 4);
  const content = deflateSync('q Q '.repeat(2_000_000)).toString('hex');
  return rawPdf([
    CATALOG,
    `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}${BOX}>>`,
    `<</Length ${content.length}/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n${content}\nendstream\n`,
    ...pages.map(() => '<</Type/Page/Parent 2 0 R/Contents 3 0 R>>'),
  ]);
};

/** A file that breaks off. */
export const truncated = (pdf: Uint8Array, length: number): Uint8Array => pdf.slice(0, length);

/** A copy with `flips` random bytes replaced; the same seed gives the same copy. */
export const corrupted = (pdf: Uint8Array, seed: number, flips: number): Uint8Array => {
  const random = createRandom(seed);
  const copy = pdf.slice();
  for (let i = 0; i < flips; i++) copy[random.int(0, copy.length - 1)] = random.int(0, 255);
  return copy;
};
