/** `npm run verify`: format, lint with the import rules, types, unit tests; a step a core at a time. */
import { availableParallelism } from 'node:os';
import { report, runStep, type Step, type StepResult } from './steps.ts';

export const unitTests = 'unit tests';

/** Integration tests wait more than they reckon: three at a time, and sheets beside them, keep two cores busy. */
const WORKERS = { unit: 2, sheets: 1, integration: 3 };

/** One ring of tests; with a file named, its results are written there as JSON. */
export const vitestStep = (name: string, project: keyof typeof WORKERS, file?: string): Step => ({
  name,
  command: 'vitest',
  args: [
    'run',
    `--project=${project}`,
    `--maxWorkers=${WORKERS[project]}`,
    '--reporter=default',
    ...(file ? ['--reporter=json', `--outputFile.json=${file}`] : []),
  ],
});

const eslintCache = ['--cache-location', '.cache/eslint'];

const checks: Step[] = [
  {
    name: 'lint',
    command: 'eslint',
    // What its rules say of a file depends on that file alone; by content, as a checkout makes every file new.
    args: ['--max-warnings', '0', '--cache', '--cache-strategy', 'content', ...eslintCache, '.'],
  },
  {
    name: 'promises',
    command: 'oxlint',
    args: ['--type-aware', '--deny-warnings', '.'],
  },
  {
    name: 'page types',
    command: 'npm',
    args: ['run', '--silent', 'check', '-w', '@heatsync/webapp'],
  },
  {
    name: 'types',
    command: 'tsc',
    args: ['-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
  },
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
];

/** Runs every step, the longest first, one a core (more would only wait for each other), and reports each as it ends. */
export const verify = async (unitReport?: string): Promise<StepResult[]> => {
  const results: StepResult[] = [];
  const waiting = [...checks, vitestStep(unitTests, 'unit', unitReport)];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return results;
};

if (import.meta.main) {
  const results = await verify();
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
