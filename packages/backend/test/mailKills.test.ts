/** Real workers, killed at every step of the same mail. `npm run soak -- mail` does it a hundred times with each provider. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from './support/database.ts';
import { startMailTrial } from './support/mailKills.ts';
import { PROVIDERS, STEPS } from './support/mailProviders.ts';

const LIMIT = 120_000;
let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-mail-'));
  database = await createDatabase();
}, LIMIT);
afterAll(async () => {
  await database.giveBack();
  await rm(folder, { recursive: true });
}, LIMIT);

it.each(Object.entries(PROVIDERS))(
  'by %s no mail is lost whose senders are killed at every step, nor doubled but where docs/mail.md says so',
  async (_, open) => {
    const trial = await startMailTrial(await open(), database.url, folder);
    const id = await trial.ask();
    for (const step of STEPS) await trial.killAt(step, id);
    expect(await trial.finish(id)).toEqual([]);
    await trial.close();
  },
  LIMIT,
);
