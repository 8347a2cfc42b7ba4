import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { drawn } from './drawnIcons.ts';

const PLUS = import.meta.resolve('@lucide/svelte/icons/plus').replace(/\.js$/, '.svelte');

test('an icon is drawn with all its lines, in the size that is asked for', async () => {
  const plus = drawn(await readFile(new URL(PLUS), 'utf8'));
  expect(plus).toContain('<path d="M5 12h14" /><path d="M12 5v14" />');
  expect(plus).toContain('width={size} height={size}');
});

test('a file without a drawing is told', () => {
  expect(() => drawn('<Icon {...props} />')).toThrow('No drawing');
});
