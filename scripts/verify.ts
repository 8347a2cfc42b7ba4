/** `npm run verify`: format, lint with the import rules, types, unit tests; two steps at a time. */
import { report, runStep, type Step, type StepResult } from './steps.ts';

const unit: Step = {
  name: 'unit tests',
  command: 'vitest',
  args: [
    'run',
    '--project',
    'unit',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=artifacts/unit.json',
  ],
};

const steps: Step[] = [
  {
    name: 'lint',
    command: 'eslint',
    args: ['--cache', '--cache-location', '.cache/eslint', '--max-warnings', '0', '.'],
  },
  {
    name: 'page types',
    command: 'npm',
    args: ['run', '--silent', 'check', '-w', '@heatsync/webapp'],
  },
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
  unit,
];

/** Runs every step, two at a time (more would only wait for each other), and reports each as it ends. */
export const verify = async (): Promise<StepResult[]> => {
  const results: StepResult[] = [];
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      report(result);
      results.push(result);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
};

if (import.meta.main) {
  const results = await verify();
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
