/** A text as a QR code, ready for the `d` of an SVG path. */
import { encode } from 'uqr';

/** Modules across, with the quiet border around it, and one square for each dark module. */
export type QrPath = { size: number; path: string };

export const qrPath = (text: string): QrPath => {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
};
