import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf } from './dates.ts';
import { sessionDate } from './sessionDays.ts';

/** Thursday to Sunday. */
const range = { start: '2026-06-11', end: '2026-06-14' };
const dayOf = (title: string | null, day: number | null = null) =>
  sessionDate({ title, day }, range);

describe('the day of a session', () => {
  it.each([
    ['THURSDAY PRELIMS', '2026-06-11'],
    ['Sat. Afternoon', '2026-06-13'],
    ['SUN FINALS', '2026-06-14'],
    ['Fri PM', '2026-06-12'],
    ['Friday Morning - warmup from 7.30am', '2026-06-12'],
    ['Saturday June 13', '2026-06-13'],
    ['13 de junio', '2026-06-13'],
    ['13. Juni, Vorläufe', '2026-06-13'],
    ['Finals 6/13', '2026-06-13'],
    ['13.06.2026', '2026-06-13'],
    ['Day 2', '2026-06-12'],
    ['Day Three Finals', '2026-06-13'],
    ['2. Abschnitt - Sonntag', '2026-06-14'],
    ['Sesión 3 - sábado', '2026-06-13'],
    ['Séance 1, jeudi matin', '2026-06-11'],
  ])('"%s" is %s', (title, day) => {
    expect(dayOf(title)).toBe(day);
  });

  it.each([
    'All Events',
    'Monday Finals',
    'Sunset Session',
    'Sun Devil Relays',
    'Friday and Saturday Distance',
    'Thursday June 13',
    'Friday Day 3',
    'Session 2',
    '13 & Over Prelims',
  ])('"%s" does not tell', (title) => {
    expect(dayOf(title)).toBeNull();
  });

  it('is counted from the first day of the meet', () => {
    expect(dayOf(null, 1)).toBe('2026-06-11');
    expect(dayOf('Distance', 4)).toBe('2026-06-14');
    expect(dayOf('SUNDAY PRELIMS', 4)).toBe('2026-06-14');
  });

  it('is null where the count contradicts the title, or leaves the meet', () => {
    expect(dayOf('SUNDAY PRELIMS', 3)).toBeNull();
    expect(dayOf('Distance', 5)).toBeNull();
  });

  it('is the only day of a one-day meet, unless the title names another', () => {
    const day = { start: '2025-07-19', end: '2025-07-19' };
    expect(sessionDate({ title: 'All Events', day: null }, day)).toBe('2025-07-19');
    expect(sessionDate({ title: 'Saturday', day: null }, day)).toBe('2025-07-19');
    expect(sessionDate({ title: 'Sunday', day: null }, day)).toBeNull();
  });

  it('is not known where the weekday comes twice, or the meet has no dates', () => {
    const long = { start: '2026-06-11', end: '2026-06-20' };
    expect(sessionDate({ title: 'Friday', day: null }, long)).toBeNull();
    expect(sessionDate({ title: 'Friday', day: 2 }, null)).toBeNull();
  });

  it('may stand whole in the title', () => {
    const alone = (title: string) => sessionDate({ title, day: null }, null);
    expect(alone('Sonntag 08.09.2024')).toBe('2024-09-08');
    expect(alone('Saturday, June 13, 2026')).toBe('2026-06-13');
    expect(alone('Finals 6/13/2026')).toBe('2026-06-13');
    expect(alone('Finals 6/7/2026')).toBeNull();
    expect(alone('Montag 08.09.2024')).toBeNull();
  });
});

describe('whatever a title says', () => {
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const words = [
    ...DAYS,
    'Day 2',
    'Finals',
    'June 13',
    '6/12',
    '13 & Over',
    'Tag 1',
    'sábado',
    '7.30am',
  ];
  const titles = fc.array(fc.constantFrom(...words), { maxLength: 4 });
  const ranges = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 12 }))
    .map(([first, length]) => {
      const day = (after: number) =>
        new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10);
      return { start: day(first), end: day(first + length) };
    });

  it('the day lies in the meet and is the weekday that was named', () => {
    fc.assert(
      fc.property(titles, ranges, fc.option(fc.integer({ min: 1, max: 9 })), (parts, span, day) => {
        const date = sessionDate({ title: parts.join(' '), day }, span);
        if (date === null) return;
        expect(daysOf(span)).toContain(date);
        const named = parts.filter((part) => DAYS.includes(part));
        if (named.length > 0) expect(named).toContain(DAYS[new Date(date).getUTCDay()]);
        if (day !== null) expect(daysOf(span)[day - 1]).toBe(date);
      }),
    );
  });
});
