import { describe, expect, it } from 'vitest';
import { calmTitle, eventWords } from './eventNames.ts';

describe('eventWords', () => {
  it.each([
    ['Girls 13 & Over 200 LC Meter Freestyle', '200 Free', 'Girls 13 & Over'],
    ['Girls 11-12 50 Yard Backstroke', '50 Back', 'Girls 11–12'],
    ['Boys 9-10 100 SC Meter IM', '100 IM', 'Boys 9–10'],
    ['Women 200 Yard Individual Medley', '200 IM', 'Women'],
    ['Mixed 15-18 200 Yard Medley Relay', '200 Medley Relay', 'Mixed 15–18'],
    ['Boys 400 Yard Freestyle Relay', '400 Free Relay', 'Boys'],
    ['Girls 8 & Under 25 Yard Butterfly', '25 Fly', 'Girls 8 & Under'],
    ['Men 1650 Yard Freestyle', '1650 Free', 'Men'],
    ['Girls 10 & Under 100 Yard Breaststroke', '100 Breast', 'Girls 10 & Under'],
    ['4 x 50m Lagen Staffel Damen', '4 × 50 Medley Relay', ''],
    ['100m Schmetterling weiblich', '100 Fly', ''],
    ['Men 4x50 200 Yard Medley Relay', '4 × 50 Medley Relay', 'Men'],
    ['Girls 10&U 50m Breast', '50 Breast', 'Girls 10&U'],
    ['100m Individual Medley', '100 IM', ''],
    ['Erkekler, 50m Serbest', '50 Free', 'Erkekler'],
    ['Kadınlar, 200m Ferdi Karışık', '200 IM', 'Kadınlar'],
  ])('says %s plainly', (printed, title, who) => {
    expect(eventWords(printed)).toEqual({ title, who });
  });

  it('keeps the name as printed where it is not understood', () => {
    expect(eventWords('Girls 1 mtr Diving')).toEqual({ title: 'Girls 1 mtr Diving', who: '' });
    expect(eventWords('Warm-up')).toEqual({ title: 'Warm-up', who: '' });
    expect(eventWords('Open Water Mile')).toEqual({ title: 'Open Water Mile', who: '' });
  });
});

describe('calmTitle', () => {
  it('lowers the voice of a sheet that shouts, and of no other', () => {
    expect(calmTitle('THURSDAY PRELIMS')).toBe('Thursday prelims');
    expect(calmTitle('Session 1 Friday AM')).toBe('Session 1 Friday AM');
    expect(calmTitle('AM')).toBe('AM');
  });
});
