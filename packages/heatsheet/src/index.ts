export * from './createReader.ts';
export * from './pdf/PdfError.ts';
export { READER_VERSION } from './readPages.ts';
export * from './report.ts';
export type * from './types.ts';
export * from './findSwimmer.ts';
export * from './names.ts';
export { isSamePerson, type Person, type Sighting } from './people.ts';
export type { Mentions } from './mentions.ts';
