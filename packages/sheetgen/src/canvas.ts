/** The one place that knows pdfkit: pages of cells in, PDF bytes out. */
import PDFDocument from 'pdfkit';
import { readAsCyrillic } from './cyrillic.ts';
import { mapFont } from './fontMap.ts';
import { CYRILLIC, fontPieces, registerFonts } from './fonts.ts';
import { PAGE, type Cell, type Page } from './layout.ts';
import { createRandom, type Random } from './random.ts';

const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';
const TYPEWRITER = 'Courier';
/** Only used for the f that is lost. */
const LOST = 'Helvetica-Oblique';

/** A fixed date makes the file's identifier, and so its bytes, the same every time. */
const PRINTED = new Date('2026-06-09T21:57:00Z');

type Document = InstanceType<typeof PDFDocument>;

export type Paper = {
  /** By how much everything, the paper too, is larger. */
  zoom?: number;
  /** Which way the letters run on the paper: 1 down, 2 leftwards, 3 up. */
  laid?: 1 | 2 | 3;
  /** By how much viewers turn the page. */
  rotate?: 90 | 180 | 270;
};

export type PdfOptions = {
  title: string;
  producer?: string;
  password?: string;
  /** An f in front of i or l is painted on its own and reads as U+03D0, as printer drivers leave it. */
  lostF?: boolean;
  /** Bold text is painted twice, a little apart. */
  overprint?: boolean;
  /** In letters of one width. */
  typewriter?: boolean;
  /** A word from corner to corner of each page. */
  watermark?: boolean;
  /** Every letter is an object of its own. */
  letters?: boolean;
  /** What plain (not bold) text reads as, by character code. */
  misread?: (code: number) => number;
  /** US Letter unless said. */
  size?: { width: number; height: number };
  /** How a sheet was printed once more: in another size, or sideways. */
  paper?: Paper;
  /** In a font that has letters beyond Western Europe; Helvetica has none. */
  embedded?: boolean;
};

const startDocument = ({ title, producer, password, size = PAGE }: PdfOptions): Document =>
  new PDFDocument({
    size: [size.width, size.height],
    margin: 0,
    autoFirstPage: false,
    ...(password && { userPassword: password }),
    info: { Title: title, Producer: producer ?? 'Powered By Crystal', CreationDate: PRINTED },
  });

const toBytes = async (document: Document): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
};

const leftEdge = (cell: Cell, width: number): number =>
  cell.align === 'left' ? cell.x : cell.x - (cell.align === 'right' ? width : width / 2);

/** Some cells come as two text objects, as where a real sheet's font kerns: "Ink" + "well". */
const SPLIT_SHARE = 0.08;

const LOST_F = /(?<=f(?=[il]))|(?=f[il])/;

const piecesOf = (text: string, split: boolean, { lostF, letters }: PdfOptions): string[] => {
  if (letters) return [...text];
  const pieces = split ? [text.slice(0, 3), text.slice(3)] : [text];
  return lostF ? pieces.flatMap((piece) => piece.split(LOST_F)) : pieces;
};

const drawCell = (document: Document, cell: Cell, split: boolean, options: PdfOptions): void => {
  const font = options.typewriter ? TYPEWRITER : cell.bold ? BOLD : REGULAR;
  document.font(font).fontSize(cell.size);
  const wide = document.widthOfString(cell.text);
  if (cell.fit && wide > cell.fit) document.fontSize((cell.size * cell.fit) / wide);
  let x = leftEdge(cell, document.widthOfString(cell.text));
  for (const piece of piecesOf(cell.text, split, options)) {
    document.font(options.lostF && piece === 'f' ? LOST : font);
    document.text(piece, x, cell.y, { lineBreak: false, baseline: 'alphabetic' });
    x += document.font(font).widthOfString(piece);
  }
};

/** A cell in the embedded fonts: each change of font is a text object of its own, as on a real sheet. */
const drawEmbedded = (document: Document, cell: Cell): void => {
  document.fontSize(cell.size);
  const pieces = fontPieces(cell.text).map(({ font, text }) => {
    document.font(font);
    return { font, text, width: document.widthOfString(text) };
  });
  const wide = pieces.reduce((sum, { width }) => sum + width, 0);
  let x = leftEdge(cell, wide);
  for (const { font, text, width } of pieces) {
    document.font(font).text(text, x, cell.y, { lineBreak: false, baseline: 'alphabetic' });
    x += width;
  }
};

const drawWatermark = (document: Document): void => {
  const { width, height } = PAGE;
  document.save().rotate(-45, { origin: [width / 2, height / 2] });
  document.font(REGULAR).fontSize(64).fillOpacity(0.2);
  document.text('HARBOR LIGHT OPEN', 0, height / 2, { lineBreak: false, baseline: 'alphabetic' });
  document.fillOpacity(1).restore();
};

/** As far as bold letters are broader than plain ones. */
const BROADER = 0.3;

/** Half a point up or down, like the cells of a real row. */
const jitter = (random: Random) => (random.next() - 0.5) * 0.9;

type Matrix = [number, number, number, number, number, number];

/** From the upright page to the paper it is laid on. */
const laidOn = ({ width, height }: typeof PAGE, laid: Paper['laid']): Matrix => {
  if (laid === 1) return [0, 1, -1, 0, height, 0];
  if (laid === 2) return [-1, 0, 0, -1, width, height];
  return laid === 3 ? [0, -1, 1, 0, 0, width] : [1, 0, 0, 1, 0, 0];
};

const addPage = (document: Document, { paper = {}, size }: PdfOptions): void => {
  const { zoom = 1, laid, rotate } = paper;
  const { width, height } = { ...PAGE, ...size };
  const sides = [width * zoom, height * zoom];
  document.addPage({ size: laid === 1 || laid === 3 ? sides.toReversed() : sides, margin: 0 });
  if (rotate) Object.assign(document.page.dictionary.data, { Rotate: rotate });
  document.scale(zoom).transform(...laidOn({ ...PAGE, width, height }, laid));
};

const drawPage = (document: Document, page: Page, random: Random, options: PdfOptions): void => {
  if (options.paper) addPage(document, options);
  else document.addPage();
  for (const cell of random.shuffle(page.cells)) {
    const split = /^[A-Z][a-z]{4,},/.test(cell.text) && random.chance(SPLIT_SHARE);
    const placed = { ...cell, y: cell.y + jitter(random) };
    if (options.embedded) drawEmbedded(document, placed);
    else drawCell(document, placed, split, options);
    if (options.overprint && cell.bold)
      drawCell(document, { ...placed, x: placed.x + BROADER }, split, options);
  }
  if (options.watermark) drawWatermark(document);
};

/** Draws the pages, each page's cells in an order of `seed`'s making. */
export const drawPages = (
  pages: Page[],
  seed: number,
  options: PdfOptions,
): Promise<Uint8Array> => {
  const document = startDocument(options);
  const random = createRandom(seed);
  if (options.misread) mapFont(document, REGULAR, options.misread);
  if (options.lostF) mapFont(document, LOST, () => 0x3d0);
  if (options.embedded) {
    registerFonts(document);
    mapFont(document, CYRILLIC, readAsCyrillic);
  }
  for (const page of pages) drawPage(document, page, random, options);
  return toBytes(document);
};

/** Pages that are nothing but a picture each, as large as the paper. */
export const picturesPdf = (pngs: Uint8Array[]): Promise<Uint8Array> => {
  const document = startDocument({ title: 'Scan', producer: 'Scanner' });
  for (const png of pngs) {
    document.addPage();
    document.image(Buffer.from(png), 0, 0, { width: PAGE.width, height: PAGE.height });
  }
  return toBytes(document);
};
