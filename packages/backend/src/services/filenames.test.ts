import { describe, expect, it } from 'vitest';
import { cleanFilename, nameFromDisposition, nameFromUrl, nameOfDownload } from './filenames.ts';

describe('the name of an upload', () => {
  it('has no folders and no control characters', () => {
    expect(cleanFilename('C:\\meets\\Friday.pdf')).toBe('Friday.pdf');
    expect(cleanFilename('../../etc/a\u0000b\u202e.pdf ')).toBe('ab.pdf');
    expect(cleanFilename('a'.repeat(300))).toHaveLength(255);
  });
});

describe('the name in a Content-Disposition', () => {
  it.each([
    ['attachment; filename="Friday Finals.pdf"', 'Friday Finals.pdf'],
    ['attachment;filename=Friday.pdf', 'Friday.pdf'],
    ['inline; filename=Friday Finals.pdf; size=3', 'Friday Finals.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'S%C3%A5m%20L%C3%B8p.pdf', 'Såm Løp.pdf'],
    ["attachment; filename*=iso-8859-1'en'%A3%20meet.pdf", '£ meet.pdf'],
    ["attachment; filename*=nonsense'en'meet.pdf", 'meet.pdf'],
    ['attachment; filename="S\u00c3\u00a5m.pdf"', 'Såm.pdf'],
    ['attachment; filename="50%25 done.pdf"', '50% done.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; name="filename=x"', ''],
    ['attachment', ''],
    ['', ''],
  ])('%s is %s', (header, name) => expect(nameFromDisposition(header)).toBe(name));
});

describe('the name of a download', () => {
  it('is what the server calls it, else the end of its address', () => {
    const url = new URL('https://swim.example/meets/Session%201.pdf?v=2');
    expect(nameOfDownload({}, url)).toBe('Session 1.pdf');
    expect(nameOfDownload({ 'content-disposition': 'attachment; filename=a.pdf' }, url)).toBe(
      'a.pdf',
    );
    expect(nameFromUrl(new URL('https://swim.example/'))).toBe('swim.example');
    expect(nameFromUrl(new URL('https://swim.example/a%2F..%2Fb%E0%A4/'))).toMatch(/^b/);
  });
});
