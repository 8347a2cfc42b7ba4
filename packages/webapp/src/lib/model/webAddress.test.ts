import { expect, it } from 'vitest';
import { isPdfAddress, nameOfAddress, webAddress } from './webAddress.ts';

it.each([
  ['https://swim.example/meets/1?tab=docs', 'https://swim.example/meets/1?tab=docs'],
  ['  swim.example/heats.pdf ', 'https://swim.example/heats.pdf'],
  ['HTTP://Swim.example', 'http://swim.example/'],
])('takes %s', (typed, address) => {
  expect(webAddress(typed)?.href).toBe(address);
});

it.each([
  '',
  'heats',
  'two words.example',
  'ftp://swim.example/heats.pdf',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@swim.example/',
  'https://',
])('refuses %s', (typed) => {
  expect(webAddress(typed)).toBeNull();
});

it('names a file as a person would', () => {
  const at = (path: string) => new URL(path, 'https://swim.example');
  expect(nameOfAddress(at('/a/Day%201%20heats.pdf?dl=1'))).toBe('Day 1 heats.pdf');
  expect(nameOfAddress(at('/%E0%A4%A'))).toBe('%E0%A4%A');
  expect(nameOfAddress(at('/'))).toBe('swim.example');
  expect(isPdfAddress(at('/heats.PDF'))).toBe(true);
  expect(isPdfAddress(at('/heats.pdf/view'))).toBe(false);
});
