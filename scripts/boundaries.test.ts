import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)) });

/** What the linter says of one import, written into one room. */
const complaint = async (filePath: string, source: string) => {
  const { rules } = (await eslint.calculateConfigForFile(filePath)) as {
    rules: Linter.RulesRecord;
  };
  const alone = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        rules: { 'no-restricted-imports': rules['no-restricted-imports'] ?? 'off' },
      },
    ],
  });
  const [result] = await alone.lintText(`import ${JSON.stringify(source)};`, {
    filePath: 'probe.ts',
  });
  return result?.messages[0]?.message ?? null;
};

/** The first look loads the linter with all its plugins. */
const LIMIT = 60_000;

describe('the import rules', { timeout: LIMIT }, () => {
  it.each([
    ['packages/heatsheet/src/rows.ts', '@embedpdf/pdfium', 'Only src/pdf knows the PDF engine'],
    ['packages/heatsheet/src/pdf/engine.ts', 'node:fs', 'let the caller pass bytes in'],
    ['packages/shared/src/types.ts', '@heatsync/backend/app.ts', 'shared knows only zod'],
    ['packages/backend/src/db/queries/jobs.ts', '../../services/batches.ts', 'db holds SQL only'],
    ['packages/backend/src/services/batches.ts', 'hono', 'Services know no HTTP'],
    ['packages/backend/src/services/batches.ts', '../db/schema.ts', 'SQL lives in db/queries'],
    ['packages/backend/src/jobs/readSheet.ts', '../db/queries/jobs.ts', 'A job calls a service'],
    ['packages/backend/src/routes/batch.ts', '../db/queries/jobs.ts', 'Routes call a service'],
    ['packages/webapp/src/lib/model/queue.ts', 'svelte/store', 'The model is pure'],
    ['packages/webapp/src/lib/stores/batch.ts', '../components/v2/X.svelte', 'know no component'],
  ])('%s may not import %s', async (file, source, advice) => {
    expect(await complaint(file, source)).toContain(advice);
  });

  it.each([
    ['packages/heatsheet/src/pdf/engine.ts', '@embedpdf/pdfium'],
    ['packages/backend/src/services/batches.ts', '../db/queries/jobs.ts'],
    ['packages/backend/src/routes/batch.ts', '../services/batches.ts'],
  ])('%s may import %s', async (file, source) => {
    expect(await complaint(file, source)).toBeNull();
  });
});
