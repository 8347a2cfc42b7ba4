/** Which heats of a heat sheet a session report's row speaks of, by their round. */

export type Round = 'prelims' | 'semifinals' | 'finals' | 'swim_off';

/** A timed final may be swum in two sessions: the slower heats ("Finals-S") by day, the fastest ("Finals-1") with the finals. */
export type RowRound = { round: Round | null; part: 'slower' | 'fastest' | null };

const ROUNDS: [RegExp, Round][] = [
  [/swim-?off/i, 'swim_off'],
  [/semi/i, 'semifinals'],
  [/prelim|eliminat|vorl/i, 'prelims'],
  [/final/i, 'finals'],
];

/** The round that a heat's header names; null for none or another word. */
export const roundOf = (text: string | null): Round | null =>
  ROUNDS.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? null;

/** "Prelims", "Finals", "Finals-S", "Finals-1". */
export const rowRound = (text: string | null): RowRound => {
  const part = /-\s*S\b/i.test(text ?? '')
    ? 'slower'
    : /-\s*\d+\b/.test(text ?? '')
      ? 'fastest'
      : null;
  return { round: roundOf(text), part };
};
