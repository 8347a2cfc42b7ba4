/**
 * Checks what comes from outside without zod, which would be a third of the start page's script. A shape names each field of
 * a type, so that the two cannot drift apart.
 */

export type Check<T> = (value: unknown) => value is T;

/** What the page needs of a schema; zod's have it too. */
export type Schema<T> = {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false };
};

type Fields<T> = { [K in keyof Required<T>]: Check<T[K]> };

export const isText: Check<string> = (value) => typeof value === 'string';
export const isNumber: Check<number> = (value) => typeof value === 'number';
export const isTrue: Check<true> = (value) => value === true;
export const isFile: Check<File> = (value) => value instanceof File;

export const listOf =
  <T>(fits: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(fits);

export const either =
  <A, B>(first: Check<A>, second: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    first(value) || second(value);

export const optional = <T>(fits: Check<T>): Check<T | undefined> =>
  either(fits, (value): value is undefined => value === undefined);

export const nullable = <T>(fits: Check<T>): Check<T | null> =>
  either(fits, (value): value is null => value === null);

/** An object with these fields; what else it has is left alone. */
export const objectOf =
  <T extends object>(fields: Fields<T>): Check<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Check<unknown>>(fields).every(([key, fits]) =>
      fits((value as Record<string, unknown>)[key]),
    );

/** A check in the place of a schema. */
export const schemaOf = <T>(fits: Check<T>): Schema<T> => ({
  safeParse: (data) => (fits(data) ? { success: true, data } : { success: false }),
});
