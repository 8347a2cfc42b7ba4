/** Files that people drop in by mistake. */
import { drawPages } from './canvas.ts';
import type { Drawn } from './heatSheet.ts';
import type { Page } from './layout.ts';
import { emptyReport } from './truth.ts';
import type { Meet } from './types.ts';

/** A page without text: what a scan is to a reader. */
export const blankPage = (): Page => textPage([]);

const textPage = (lines: string[]): Page => ({
  titles: [],
  cells: lines.map((text, index) => ({
    text,
    x: 72,
    y: 90 + index * 24,
    size: 13,
    bold: index === 0,
    align: 'left',
  })),
});

/** A page of prose about the meet: no sheet of any kind. */
export const drawFlyer = async (meet: Meet): Promise<Drawn> => {
  const page = textPage([
    `Welcome to the ${meet.name}`,
    'Parking is free behind the pool. Please bring a folding chair.',
    'The snack bar sells soup, fruit and hot chocolate all day.',
    'Warm-up lanes are assigned by the referee on the morning of each day.',
    'Volunteers meet at the lifeguard office, a quarter of an hour before the start.',
  ]);
  const blank = emptyReport(meet, 'other', 1);
  return {
    pdf: await drawPages([page], meet.seed, { title: 'Flyer', producer: 'Word processor' }),
    truth: { ...blank, software: 'other', meetName: null, meetStart: null, meetEnd: null },
  };
};

/** A scanned sheet. */
export const scannedPdf = (): Promise<Uint8Array> => drawPages([blankPage()], 1, { title: 'Scan' });

/** A PDF that opens only with a password. */
export const encryptedPdf = (): Promise<Uint8Array> =>
  drawPages([textPage(['Locked'])], 1, { title: 'Locked', password: 'harbor' });

/** Plain text, to be named `.pdf`. */
export const textFileNamedPdf = (): Uint8Array =>
  new TextEncoder().encode('Event 1 Girls 11-12 100 Freestyle\nThis is a text file, not a PDF.\n');
