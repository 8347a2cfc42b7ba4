import { z } from 'zod';

type Field = { name: string; value: string };
const Urls = z.array(z.string());

/** All values of a field, in order. */
export const textOf = (fields: Field[], name: string): string[] =>
  fields.filter((field) => field.name === name).map((field) => field.value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** `urls` may be a JSON array, or come once per address; empty ones are left out. */
export const urlsOf = (values: string[]): string[] =>
  values
    .flatMap((value) => {
      const list = Urls.safeParse(parseJson(value));
      return list.success ? list.data : [value];
    })
    .map((url) => url.trim())
    .filter((url) => url !== '');
