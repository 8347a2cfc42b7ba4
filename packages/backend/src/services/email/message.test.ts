import { describe, expect, it } from 'vitest';
import { composeMail } from './message.ts';
import { subjectOf, type MailFacts } from './words.ts';

const FACTS: MailFacts = {
  status: 'completed',
  total: 3,
  completed: 3,
  failed: 0,
  races: 14,
  meets: ['Harbor Light Open'],
};
const LINKS = {
  results: 'https://swim.example/batch/1',
  stop: 'https://swim.example/api/mail/stop/2',
  privacy: 'https://swim.example/help#kept',
};
const mailOf = (facts: Partial<MailFacts>) => composeMail({ ...FACTS, ...facts }, LINKS);

describe('composeMail', () => {
  it.each<[string, Partial<MailFacts>, string, string]>([
    ['all read', {}, 'Your heat sheets are read: 14 races', 'All 3 sheets are read.'],
    [
      'one sheet',
      { total: 1, completed: 1, races: 1 },
      'Your heat sheets are read: 1 race',
      'The sheet is read.',
    ],
    [
      'two sheets',
      { total: 2, completed: 2 },
      'Your heat sheets are read: 14 races',
      'Both sheets are read.',
    ],
    [
      'nobody found',
      { races: 0 },
      'Your heat sheets are read: 0 races',
      'the page shows the names that come close.',
    ],
    [
      'some read',
      { status: 'partial', completed: 2, failed: 1 },
      '2 of 3 heat sheets are read: 14 races',
      '1 could not be read: the page says why, and what to do.',
    ],
    [
      'none read',
      { status: 'failed', completed: 0, failed: 3, races: 0, meets: [] },
      'Your heat sheets could not be read',
      'No sheet could be read',
    ],
    [
      'stopped',
      { status: 'cancelled', completed: 1 },
      'Reading your heat sheets was stopped',
      '1 of 3 sheets is read. 14 races found.',
    ],
  ])('has its own words for %s', (_, facts, subject, lead) => {
    // prettier-ignore
    const mail = mailOf(facts);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(lead);
    expect(mail.html).toContain(lead);
  });

  it('says why it came, how to stop it and what is kept', () => {
    for (const part of [mailOf({}).text, mailOf({}).html]) {
      expect(part).toContain('somebody with the link to these results typed your address');
      for (const link of Object.values(LINKS)) expect(part).toContain(link);
    }
  });

  it('lets no meet’s name become markup, a link or a second header', () => {
    const name =
      '<img src=x onerror=alert(1)>\r\nBcc: a@b.example https://evil.example/x www.evil.example';
    const { subject, text, html } = mailOf({ meets: [name] });
    expect(html).not.toContain('<img');
    expect(subject).not.toMatch(/[\r\n]/);
    const told = text.split('\n').find((line) => line.includes('onerror')) ?? '';
    expect(told).not.toMatch(/\w[.:/@]\w/);
    expect(told.length).toBeLessThan(100);
  });

  it('names each meet once, and the first five', () => {
    const meets = ['A', 'B', 'A', 'C', 'D', 'E', 'F', 'G'].map((letter) => `${letter} Open`);
    expect(mailOf({ meets }).text).toContain('A Open, B Open, C Open, D Open, E Open, and 2 more');
  });

  it('is the same, byte for byte, for the same facts', () => {
    expect(mailOf({})).toEqual(mailOf({}));
  });

  it('has a subject for every status', () => {
    for (const status of ['pending', 'processing'] as const)
      expect(subjectOf({ ...FACTS, status })).toBe('Your heat sheets');
  });
});
