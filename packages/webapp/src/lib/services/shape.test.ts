import { describe, expect, it } from 'vitest';
import {
  isNumber,
  isText,
  isTrue,
  listOf,
  nullable,
  objectOf,
  optional,
  schemaOf,
} from './shape.ts';

type Sheet = { name: string; size?: number | undefined; meet: string | null };

const isSheet = objectOf<Sheet>({
  name: isText,
  size: optional(isNumber),
  meet: nullable(isText),
});

describe('a shape', () => {
  it('fits an object with its fields, and lets others be', () => {
    expect(isSheet({ name: 'heats.pdf', size: 3, meet: null, extra: true })).toBe(true);
    expect(isSheet({ name: 'heats.pdf', meet: 'Open' })).toBe(true);
  });

  it('does not fit what lacks a field or has another kind of value in it', () => {
    for (const other of [null, 'heats.pdf', [], {}, { name: 1, meet: null }, { name: 'a' }])
      expect(isSheet(other)).toBe(false);
  });

  it('fits each of a list, or none of it', () => {
    expect(listOf(isSheet)([{ name: 'a', meet: null }])).toBe(true);
    expect(listOf(isSheet)([{ name: 'a', meet: null }, 1])).toBe(false);
    expect(listOf(isTrue)({})).toBe(false);
  });

  it('stands where a schema does', () => {
    expect(schemaOf(isText).safeParse('a')).toEqual({ success: true, data: 'a' });
    expect(schemaOf(isText).safeParse(1)).toEqual({ success: false });
  });
});
