/** A hundred workers killed while they send mail, four to a mail, at every step: each mail arrives once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../packages/backend/src/db/client.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { startMailTrial, STEPS, type Step } from '../packages/backend/test/support/mailKills.ts';

const MAILS = 25;

/** Another order for each mail. */
const shuffled = (steps: readonly Step[]): Step[] =>
  steps
    .map((step) => ({ step, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ step }) => step);

/** Every trial of the mailer; returns what failed. */
export const soakMail = async (): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-soak-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrateDatabase(postgres.url);
  const trial = await startMailTrial(postgres.url, folder);
  const failures: string[] = [];
  for (let mail = 0; mail < MAILS; mail++) {
    const id = await trial.ask();
    for (const step of shuffled(STEPS)) await trial.killAt(step, id);
    failures.push(...(await trial.finish(id)));
  }
  console.log(`mail: ${MAILS} mails, ${MAILS * STEPS.length} workers killed`);
  await trial.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  return failures;
};
