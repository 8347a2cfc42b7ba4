/** Which of many printed names are the one that was typed. */
import { isSameName, readPrintedName, readTypedName, type Name } from './names.ts';

const lastOf = ({ last }: Name): string => last.join('');

/**
 * Looks through `printed` once; then answers for any typed name which of them it is. A name without comma may be meant in
 * two orders: the likelier one that finds anybody holds.
 */
export const indexNames = (printed: string[]): ((typed: string) => Set<string>) => {
  const readings = printed.flatMap((name) => readPrintedName(name).map((way) => ({ name, way })));
  // Two names that are the same have the same last name.
  const byLast = Map.groupBy(readings, ({ way }) => lastOf(way));
  const find = (tier: Name[]): string[] =>
    tier.flatMap((typed) =>
      (byLast.get(lastOf(typed)) ?? [])
        .filter(({ way }) => isSameName(typed, way))
        .map(({ name }) => name),
    );
  return (typed) =>
    new Set(
      readTypedName(typed)
        .map(find)
        .find((names) => names.length > 0),
    );
};
