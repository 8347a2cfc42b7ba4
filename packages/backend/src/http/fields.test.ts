import { expect, it } from 'vitest';
import { textOf, urlsOf } from './fields.ts';

it('reads addresses given as a JSON array, one by one, or both', () => {
  expect(
    urlsOf(['["https://a.org/1.pdf"," https://a.org/2.pdf "]', 'https://a.org/3.pdf', '']),
  ).toEqual(['https://a.org/1.pdf', 'https://a.org/2.pdf', 'https://a.org/3.pdf']);
});

it('keeps what is no list of texts as it is', () => {
  expect(urlsOf(['[1]', '{"a":1}'])).toEqual(['[1]', '{"a":1}']);
});

it('takes all values of a field in order', () => {
  const fields = ['b', 'a', 'b'].map((name, index) => ({ name, value: String(index) }));
  expect(textOf(fields, 'b')).toEqual(['0', '2']);
});
