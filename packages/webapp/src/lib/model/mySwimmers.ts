/** The names typed on this device before, the last ones first. */
import { nameKey } from './names.ts';

/** A family and its car pool. */
export const MAX_KNOWN = 8;

/** "Fairwater, Ada" replaces "ada fairwater": one child is offered once, as typed last. */
export const withSwimmers = (known: readonly string[], typed: readonly string[]): string[] => {
  const all = [...typed, ...known];
  const first = new Map(all.toReversed().map((name) => [nameKey(name), name]));
  return all.filter((name) => first.get(nameKey(name)) === name).slice(0, MAX_KNOWN);
};

export const withoutSwimmer = (known: readonly string[], name: string): string[] =>
  known.filter((other) => nameKey(other) !== nameKey(name));

/** Those that do not stand in a field already. */
export const offered = (known: readonly string[], typed: readonly string[]): string[] => {
  const taken = new Set(typed.map(nameKey));
  return known.filter((name) => !taken.has(nameKey(name)));
};
