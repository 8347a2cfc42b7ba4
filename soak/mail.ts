/**
 * A hundred workers killed while they send mail, four to a mail, at every step: with Resend each mail arrives once; with SMTP none
 * is lost, and only those that a killed worker had handed over arrive again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../packages/backend/src/db/client.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { startMailTrial } from '../packages/backend/test/support/mailKills.ts';
import {
  PROVIDERS,
  STEPS,
  type MailProvider,
  type Step,
} from '../packages/backend/test/support/mailProviders.ts';

const MAILS = 25;

/** Another order for each mail. */
const shuffled = (steps: readonly Step[]): Step[] =>
  steps
    .map((step) => ({ step, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ step }) => step);

const killAll = async (provider: MailProvider, url: string, folder: string): Promise<string[]> => {
  const trial = await startMailTrial(provider, url, folder);
  const failures: string[] = [];
  for (let mail = 0; mail < MAILS; mail++) {
    const id = await trial.ask();
    for (const step of shuffled(STEPS)) await trial.killAt(step, id);
    failures.push(...(await trial.finish(id)));
  }
  await trial.close();
  return failures;
};

/** Every trial of the mailer; returns what failed. */
export const soakMail = async (): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-soak-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrateDatabase(postgres.url);
  const failures: string[] = [];
  for (const [name, open] of Object.entries(PROVIDERS)) {
    failures.push(...(await killAll(await open(), postgres.url, folder)));
    console.log(`mail by ${name}: ${MAILS} mails, ${MAILS * STEPS.length} workers killed`);
  }
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  return failures;
};
