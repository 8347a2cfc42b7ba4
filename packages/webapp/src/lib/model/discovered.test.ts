import { expect, it } from 'vitest';
import { isWanted, joinFound, toWebSheet, typedSheet } from './discovered.ts';

it('ticks heat sheets, session reports and what does not say what it is', () => {
  const kinds = [
    'heat_sheet',
    'session_report',
    undefined,
    'psych_sheet',
    'results',
    'other',
  ] as const;
  expect(kinds.map((kind) => isWanted(kind ? { kind } : {}))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('joins what several pages have', () => {
  const page = (meetName: string, ...names: string[]) => ({
    success: true as const,
    meetName,
    heatsheets: names.map((name) => ({ url: `https://swim.example/${name}`, name })),
  });
  expect(joinFound([page('Open', 'a', 'b'), page('Other', 'b', 'c')])).toEqual(
    page('Open', 'a', 'b', 'c'),
  );
  expect(joinFound([])).toBeNull();
});

it('makes rows of the queue', () => {
  const url = 'https://swim.example/docs/Day%201.pdf';
  expect(toWebSheet({ url, name: 'Friday heats', size: 12 })).toEqual({
    type: 'web',
    url,
    name: 'Friday heats',
    size: 12,
  });
  expect(typedSheet(new URL(url))).toEqual({ type: 'web', url, name: 'Day 1.pdf', size: 0 });
});
