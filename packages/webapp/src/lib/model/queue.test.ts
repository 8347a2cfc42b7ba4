import { describe, expect, it } from 'vitest';
import { addFiles, MAX_FILES, moveFile, placeAt, removeFile, type FileLike } from './queue.ts';

const pdf = (name: string, size = 1000) => ({ name, size, type: 'application/pdf' });
const names = (files: { name: string }[]) => files.map((file) => file.name);

describe('addFiles', () => {
  it('keeps the order in which files were chosen', () => {
    const { queue, problems } = addFiles([pdf('a.pdf')], [pdf('c.pdf'), pdf('b.pdf')]);
    expect(names(queue)).toEqual(['a.pdf', 'c.pdf', 'b.pdf']);
    expect(problems).toEqual([]);
  });

  it('leaves out what is no PDF and takes the rest', () => {
    const text = { name: 'notes.txt', size: 10, type: 'text/plain' };
    const { queue, problems } = addFiles([], [text, pdf('a.pdf')]);
    expect(names(queue)).toEqual(['a.pdf']);
    expect(problems).toEqual(['notes.txt is not a PDF, so it was left out.']);
  });

  it('goes by the name where the browser knows no type', () => {
    expect(addFiles([], [{ ...pdf('A.PDF'), type: '' }]).queue).toHaveLength(1);
    expect(addFiles([], [{ ...pdf('a.doc'), type: '' }]).queue).toHaveLength(0);
  });

  it('notices the same file by name and size, also within one choice', () => {
    const { queue, problems } = addFiles(
      [pdf('a.pdf')],
      [pdf('a.pdf'), pdf('b.pdf'), pdf('b.pdf')],
    );
    expect(names(queue)).toEqual(['a.pdf', 'b.pdf']);
    expect(problems).toHaveLength(2);
    expect(addFiles([pdf('a.pdf')], [pdf('a.pdf', 2000)]).queue).toHaveLength(2);
  });

  it('takes 25 MB and not a byte more', () => {
    const limit = 25 * 1024 * 1024;
    expect(addFiles([], [pdf('a.pdf', limit)]).problems).toEqual([]);
    expect(addFiles([], [pdf('a.pdf', limit + 1)]).problems[0]).toContain('25 MB');
  });

  it('takes 15 files and names the one too many', () => {
    const many = Array.from({ length: MAX_FILES + 1 }, (_, i) => pdf(`${i}.pdf`));
    const { queue, problems } = addFiles([], many);
    expect(queue).toHaveLength(15);
    expect(problems).toEqual([expect.stringContaining('15.pdf is one too many')]);
  });

  it('says once of all that are too many', () => {
    const many = Array.from({ length: MAX_FILES + 25 }, (_, i) => pdf(`${i}.pdf`));
    expect(addFiles([], many).problems).toEqual([
      expect.stringContaining('15.pdf and 24 more are too many'),
    ]);
  });

  it('refuses an empty file', () => {
    expect(addFiles([], [pdf('a.pdf', 0)]).problems[0]).toContain('empty');
  });
});

describe('sheets on the web', () => {
  const web = (url: string, size = 0) => ({ name: 'heats.pdf', size, type: 'web' as const, url });

  it('stand beside files, their size unknown, and are told apart by their address', () => {
    const { queue, problems } = addFiles<FileLike>(
      [pdf('heats.pdf', 0)],
      [web('https://a.example/heats.pdf'), web('https://b.example/heats.pdf')],
    );
    expect(queue).toHaveLength(3);
    expect(problems).toEqual([]);
    expect(addFiles<FileLike>(queue, [web('https://a.example/heats.pdf', 9)]).problems).toEqual([
      expect.stringContaining('already in the list'),
    ]);
  });

  it('are refused where the page says that they are too large', () => {
    const large = web('https://a.example/heats.pdf', 26 * 1024 * 1024);
    expect(addFiles<FileLike>([], [large]).problems[0]).toContain('25 MB');
  });
});

describe('order', () => {
  it('moves a file up and down and stops at the edges', () => {
    expect(moveFile(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moveFile(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveFile(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveFile(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('follows the pointer past the middle of other rows', () => {
    const rows = [0, 50, 100].map((top) => ({ top, bottom: top + 50 }));
    expect(placeAt(rows, 1, 60)).toBe(1);
    expect(placeAt(rows, 1, 40)).toBe(1);
    expect(placeAt(rows, 1, 20)).toBe(0);
    expect(placeAt(rows, 1, 120)).toBe(1);
    expect(placeAt(rows, 1, 130)).toBe(2);
    expect(placeAt(rows, 0, 900)).toBe(2);
    expect(placeAt(rows, 2, -900)).toBe(0);
  });

  it('removes one', () => {
    expect(removeFile(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });
});
