import { expect, it } from 'vitest';
import { exporting, zoneWords } from './takeaway.ts';

it.each([
  ['America/Los_Angeles', 'Pacific Time'],
  ['America/New_York', 'Eastern Time'],
  ['Europe/Berlin', 'Central European Time'],
  ['America/Punta_Arenas', 'Punta Arenas Time'],
  // The browser says "GMT+00:00" of it.
  ['UTC', 'UTC'],
])('calls %s what people call it', (zone, words) => {
  expect(zoneWords(zone)).toBe(words);
});

it('tells where a zone is', () => {
  expect(exporting.zonePlace('America/New_York')).toBe('America, New York (Eastern Time)');
});

it('says it in a sentence', () => {
  expect(`${exporting.zone('America/Los_Angeles')} ${exporting.zoneMeet}`).toBe(
    'Start times are in Pacific Time, the meet’s own time zone.',
  );
});

it('counts entries apart from races where sheets disagree', () => {
  expect(exporting.add(3, 3)).toBe('Add 3 to calendar');
  expect(exporting.add(4, 3)).toBe('Add 4 entries to calendar');
});
