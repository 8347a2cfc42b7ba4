import { expect, it } from 'vitest';
import { zonesWith } from './zones.ts';

it('offers every zone once, also one that browsers call otherwise', () => {
  expect(zonesWith('America/Chicago')).toEqual(zonesWith('Europe/Berlin'));
  expect(zonesWith('US/Central')).toContain('US/Central');
});
