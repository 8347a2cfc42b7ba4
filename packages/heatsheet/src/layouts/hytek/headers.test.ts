import { describe, expect, it } from 'vitest';
import { eventHeader, heatHeader } from './headers.ts';

describe('event headers', () => {
  it('are no sentences about an event', () => {
    expect(eventHeader('Event 5 follows lunch')).toBeNull();
    expect(eventHeader('EVENT 5 FOLLOWS LUNCH')).toBeNull();
    expect(heatHeader('Heat 2 swims first')).toBeNull();
    expect(eventHeader('Event No. 5 follows lunch')).toBeNull();
    expect(eventHeader('Event 5 will be swum fastest to slowest')).toBeNull();
  });

  it.each([
    [
      'Event 1 Girls 13 & Over 200 LC Meter Freestyle',
      ['1'],
      'Girls 13 & Over 200 LC Meter Freestyle',
      false,
    ],
    [
      '#5 Women 13 & Over 200 LC Meter Backstroke',
      ['5'],
      'Women 13 & Over 200 LC Meter Backstroke',
      false,
    ],
    ['Event 101A Mixed 50 Free', ['101A'], 'Mixed 50 Free', false],
    ['Event TT1 Mixed 50 Free', ['TT1'], 'Mixed 50 Free', false],
    ['EVENT 12 Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event #12 Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event No. 12 Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event: 12 Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Ev 12 Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event 12: Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event 12 - Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['Event 12. Mixed 50 Free', ['12'], 'Mixed 50 Free', false],
    ['#12: ... (Mixed 50 Free)', ['12'], 'Mixed 50 Free', true],
    [
      'Event 21 / 22 Girls / Boys 13-14 800 Free',
      ['21', '22'],
      'Girls / Boys 13-14 800 Free',
      false,
    ],
    [
      '#11 ... (Girls 13-14 200 LC Meter Backstroke)',
      ['11'],
      'Girls 13-14 200 LC Meter Backstroke',
      true,
    ],
    [
      'Event 8 ...(Boys 13-14 50 LC Meter Freestyle)',
      ['8'],
      'Boys 13-14 50 LC Meter Freestyle',
      true,
    ],
  ])('%s', (text, numbers, name, continued) => {
    expect(eventHeader(text)).toEqual({ numbers, name, continued });
  });

  it.each(['Event', '1 Teal, Ada 14 NEP-AZ 2:25.97', 'Event 5', 'Heat 1 of 5'])(
    'are not: %s',
    (text) => {
      expect(eventHeader(text)).toBeNull();
    },
  );
});

describe('heat headers', () => {
  it.each([
    ['Heat 1 of 15 Prelims', 1, 15, 'Prelims', null],
    ['Heat   1 of 2   Timed Finals', 1, 2, 'Timed Finals', null],
    ['Heat 3 A - Final', 3, null, 'A - Final', null],
    ['Heat 4 of 5 Prelims Starts at 08:27 AM', 4, 5, 'Prelims', '08:27'],
    ['Heat 2 of 2 Finals Starts at 12:05 PM', 2, 2, 'Finals', '12:05'],
    ['Heat 2 of 2 Finals Start Time: 12:05 PM', 2, 2, 'Finals', '12:05'],
    ['Serie 1 of 38 Finales Inicia a las 01:30 PM', 1, 38, 'Finales', '13:30'],
    ['Heat 1 of 4 Finals - Swimming with Finals', 1, 4, 'Finals', null],
    ['Heat 1A of 3 Prelims', 1, 3, 'Prelims', null],
    ['Heat: 2 of 3 Prelims', 2, 3, 'Prelims', null],
    ['HEAT #2/3 Timed Finals', 2, 3, 'Timed Finals', null],
    ['Heat 1 Swim-off', 1, null, 'Swim-off', null],
    ['Heat 1 of 3 Finals (Fast Heat)', 1, 3, 'Finals', null],
    ['Heat 3 of 3 Finals - Slow Heat', 3, 3, 'Finals', null],
    ['Heat 2 of 3 Prelims (8:45 AM)', 2, 3, 'Prelims', '08:45'],
    ['Heat 2 of 3 Prelims ~ 1:05 PM', 2, 3, 'Prelims', '13:05'],
    ['Heat 2 of 3 Prelims Starts at approx. 9:15 AM', 2, 3, 'Prelims', '09:15'],
    ['Serie 2 de 5 Finales Inicia a las 10:05 AM', 2, 5, 'Finales', '10:05'],
  ])('%s', (text, number, of, round, start) => {
    expect(heatHeader(text)).toMatchObject({ number, of, round, start, event: null });
  });

  it('are no times of a team that is called "HEAT"', () => {
    expect(heatHeader('Heat 1 of')).toBeNull();
    expect(heatHeader('HEAT 25.52')).toBeNull();
    expect(heatHeader('Heat 1:05.20')).toBeNull();
  });

  it('on top of a page repeat their event, with or without the round', () => {
    expect(heatHeader('Heat 6 Prelims (#3 Girls 7-10 200 LC Meter Freestyle)')).toMatchObject({
      number: 6,
      of: null,
      round: 'Prelims',
      event: { numbers: ['3'], name: 'Girls 7-10 200 LC Meter Freestyle' },
    });
    expect(heatHeader('Heat 4 (#9 Women 100 LC Meter Breaststroke)')?.round).toBeNull();
    expect(heatHeader('Heat 4 (#9: Women 100 LC Meter Breaststroke)')?.event?.name).toBe(
      'Women 100 LC Meter Breaststroke',
    );
  });

  it('of a combined event name the event the heat belongs to', () => {
    const heat = heatHeader('Heat 8 (Heat 5 Girls 800 Free) (#21 / 22 )');
    expect(heat).toMatchObject({
      number: 8,
      inner: 'Girls 800 Free',
      event: { numbers: ['21', '22'] },
    });
  });
});
