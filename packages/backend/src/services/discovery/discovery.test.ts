import { describe, expect, it } from 'vitest';
import { guessKind } from './kinds.ts';
import { addressesInScript } from './scripts.ts';

const kindOf = (text: string, file = '', around = '') => guessKind({ text, file, around }).kind;

describe('the kind of a link', () => {
  it.each([
    ['Friday Heat Sheet', '', '', 'heat_sheet'],
    ['Meet Program', '', '', 'heat_sheet'],
    ['', 'startlist_sat.pdf', '', 'heat_sheet'],
    ['Session 2', '', 'Heat sheets', 'heat_sheet'],
    ['Session 2', '', 'Results', 'results'],
    ['Saturday', '', 'Results', 'results'],
    ['Session Report - Session 1', '', '', 'session_report'],
    ['Timeline', '', 'Heat sheets', 'session_report'],
    ['Psych Sheet', '', 'Heat sheets', 'psych_sheet'],
    ['Warm-up schedule', '', 'Heat sheets', 'other'],
    ['Volunteer sign-up', 'form.pdf', '', 'other'],
    ['Mill Pond', 'x17.pdf', '', null],
  ])('%s (%s, under %s) is %s', (text, file, around, kind) =>
    expect(kindOf(text, file, around)).toBe(kind),
  );
});

describe('addresses in a script', () => {
  it('come with the name that stands beside them', () => {
    const json =
      '{"docs":[{"title":"Friday","file":{"url":"/a.pdf?x=1"}},"https://b.example/b.pdf"]}';
    const found = [
      { address: '/a.pdf?x=1', name: 'Friday' },
      { address: 'https://b.example/b.pdf', name: '' },
    ];
    expect(addressesInScript(json)).toEqual(found);
    expect(addressesInScript(`window.state = ${json};`)).toEqual(found);
  });

  it('are found in code as quoted, slashes escaped or not', () => {
    const code = 'show("\\/files\\/a.pdf"); open(\'b.pdf\'); var text = "see a.pdf for more"';
    expect(addressesInScript(code).map((one) => one.address)).toEqual(['/files/a.pdf', 'b.pdf']);
    expect(addressesInScript('let x = 1')).toEqual([]);
  });
});
