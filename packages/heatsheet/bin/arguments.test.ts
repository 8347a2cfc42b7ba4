import { expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

it('takes paths from where the user stands', () => {
  expect(parseArguments(['a b.pdf', '/x/c.pdf', '--out', 'read'], '/home/me')).toMatchObject({
    files: ['/home/me/a b.pdf', '/x/c.pdf'],
    out: '/home/me/read',
  });
});

it('takes several swimmers', () => {
  const names = ['--swimmer', 'Ada Fairwater', '--swimmer', 'Inkwell, Bram'];
  expect(parseArguments(names, '/').swimmers).toEqual(['Ada Fairwater', 'Inkwell, Bram']);
});

it('refuses an option that it does not know', () => {
  expect(() => parseArguments(['--frobnicate'], '/')).toThrow(TypeError);
});

it('wants a swimmer for a calendar, and a zone that exists', () => {
  const ics = ['a.pdf', '--ics', 'meet.ics'];
  expect(() => parseArguments(ics, '/')).toThrow(/--swimmer/);
  expect(() => parseArguments([...ics, '-s', 'Ada', '-z', 'Pool/Deck'], '/')).toThrow(/Pool.Deck/);
  const { ics: wanted } = parseArguments([...ics, '-s', 'Ada', '-z', 'Europe/Berlin'], '/home');
  expect(wanted).toEqual({ file: '/home/meet.ics', zone: 'Europe/Berlin' });
});
