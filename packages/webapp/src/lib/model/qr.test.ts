import { expect, it } from 'vitest';
import { qrPath } from './qr.ts';

it('draws one square for each dark module, inside the border', () => {
  const { size, path } = qrPath('https://swim.example/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11');
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [x, y].map(Number));
  expect(squares.length).toBeGreaterThan(300);
  expect(squares.flat().every((at) => at >= 2 && at < size - 2)).toBe(true);
  // The finder pattern's corner.
  expect(path).toContain('M2 2h1v1h-1z');
});
