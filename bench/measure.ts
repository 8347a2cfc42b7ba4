/** Timing for the benches: what is compared is measured in turns, in one run, so that both see the same machine. */
export type Figure = { name: string; baseline: string; ratio: number; detail: string };

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The value that `percent` of all do not exceed. */
export const percentile = (values: number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? Number.NaN;

export const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Runs the two in turns, once to warm up and `rounds` times in earnest; medians in milliseconds. */
export const inTurns = async (
  rounds: number,
  work: () => unknown,
  baseline: () => unknown,
): Promise<{ work: number; baseline: number }> => {
  const times: { work: number[]; baseline: number[] } = { work: [], baseline: [] };
  await work();
  await baseline();
  for (let round = 0; round < rounds; round++) {
    times.baseline.push(await milliseconds(baseline));
    times.work.push(await milliseconds(work));
  }
  return { work: median(times.work), baseline: median(times.baseline) };
};
