/** Makes a standard font's letters read as other ones than they look: what a broken encoding does. */
import type PDFDocument from 'pdfkit';

type Reference = { data: Record<string, unknown>; write: (text: string) => void; end: () => void };

/** What of pdfkit its type package does not say: a font writes its dictionary when the document ends. */
type Inside = {
  _font: { embed: () => void; dictionary: Reference };
  ref: (data: object) => Reference;
};

const FIRST = 0x20;
const LAST = 0x7e;

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** A ToUnicode map (ISO 32000-1, 9.10.3) of the printable characters. */
const characterMap = (read: (code: number) => number): string => {
  const lines = Array.from({ length: LAST - FIRST + 1 }, (_, index) => {
    const code = FIRST + index;
    return `<${hex(code, 2)}> <${hex(read(code), 4)}>`;
  });
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    `${lines.length} beginbfchar`,
    ...lines,
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
};

/** From now on the text of standard font `name` reads as `read` says, character code by code. */
export const mapFont = (
  document: InstanceType<typeof PDFDocument>,
  name: string,
  read: (code: number) => number,
): void => {
  const inside = document.font(name) as unknown as Inside;
  const { _font: font } = inside;
  const map = inside.ref({});
  map.write(characterMap(read));
  map.end();
  font.embed = () => {
    font.dictionary.data = {
      ...{ Type: 'Font', Subtype: 'Type1', BaseFont: name },
      ...{ Encoding: 'WinAnsiEncoding', ToUnicode: map },
    };
    font.dictionary.end();
  };
};
