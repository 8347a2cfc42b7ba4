import { describe, expect, it } from 'vitest';
import { addressesIn } from './pastedAddresses.ts';

const hrefs = (text: string): string[] => addressesIn(text).map(({ href }) => href);

describe('addresses in pasted text', () => {
  it('are found one a line, each once', () => {
    expect(
      hrefs('https://meet.example/a.pdf\nhttps://meet.example/b.pdf\r\nhttps://meet.example/a.pdf'),
    ).toEqual(['https://meet.example/a.pdf', 'https://meet.example/b.pdf']);
  });

  it('are taken out of a sentence, without its marks', () => {
    expect(
      hrefs('Heat sheets are up (see <https://meet.example/open>), or www.club.example/heats.'),
    ).toEqual(['https://meet.example/open', 'https://www.club.example/heats']);
  });

  it('may go without https where nothing else is pasted', () => {
    expect(hrefs(' meet.example/open ')).toEqual(['https://meet.example/open']);
  });

  it('are not guessed in names, numbers and sentences', () => {
    for (const text of [
      'Moorhen, Ada',
      'St.John Ada',
      '3.5',
      '4/5',
      'e.g. lane 4/5',
      'heats.pdf',
      '',
    ])
      expect(hrefs(text)).toEqual([]);
  });

  it('are of the web only', () => {
    expect(hrefs('javascript:alert(1) file:///heats.pdf mailto:a@b.example/c')).toEqual([]);
    expect(hrefs('file:///heats.pdf')).toEqual([]);
  });
});
