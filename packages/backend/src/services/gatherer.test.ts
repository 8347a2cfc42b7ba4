import { expect, it } from 'vitest';
import { createGatherer } from './gatherer.ts';

it('does one lot at a time, and in the next all that came meanwhile', async () => {
  const lots: number[][] = [];
  let open = 0;
  const gather = createGatherer(async (items: number[]) => {
    lots.push(items);
    open += 1;
    expect(open).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return items.length;
  });
  const first = gather(1);
  await Promise.resolve();
  await Promise.resolve();
  const rest = [gather(2), gather(3)];
  expect(await Promise.all([first, ...rest])).toEqual([1, 2, 2]);
  expect(lots).toEqual([[1], [2, 3]]);
});

it('goes on after a lot that failed', async () => {
  const gather = createGatherer(async ([item]: string[]) => {
    if (item === 'bad') throw new Error('away');
    return item;
  });
  await expect(gather('bad')).rejects.toThrow('away');
  expect(await gather('good')).toBe('good');
});
