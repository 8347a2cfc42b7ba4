/** Real workers, killed at every step of the same mail: it arrives once. `npm run soak -- mail` does it a hundred times. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from './support/database.ts';
import { startMailTrial, STEPS } from './support/mailKills.ts';

const LIMIT = 120_000;
let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
let trial: Awaited<ReturnType<typeof startMailTrial>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-mail-'));
  database = await createDatabase();
  trial = await startMailTrial(database.url, folder);
}, LIMIT);
afterAll(async () => {
  await trial.close();
  await database.drop();
  await rm(folder, { recursive: true });
}, LIMIT);

it(
  'neither loses nor doubles a mail whose senders are killed at every step',
  async () => {
    const id = await trial.ask();
    for (const step of STEPS) await trial.killAt(step, id);
    expect(await trial.finish(id)).toEqual([]);
  },
  LIMIT,
);
