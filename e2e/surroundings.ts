/** What the tests need around the program: a meet's web site, a mail server and an AI provider of our own, and settings that only tests want. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAiProvider } from './aiProvider.ts';
import { startMeetSite } from './meetSite.ts';
import { startPostOffice } from './postOffice.ts';

/** The operator's key of the program under test. */
export const ADMIN_KEY = 'the-key-of-the-tests';

/** `env` is for the program; where they are, the tests find in `MEET_URL`, `MAIL_FOLDER` and `AI_STAND_IN`. */
export const startSurroundings = async () => {
  const site = await startMeetSite();
  const folder = await mkdtemp(join(tmpdir(), 'heatsync-mail-'));
  const post = await startPostOffice(folder);
  const ai = await startAiProvider();
  process.env['MEET_URL'] = site.url;
  process.env['MAIL_FOLDER'] = folder;
  process.env['AI_STAND_IN'] = ai.env.OPENAI_BASE_URL;
  const env: Record<string, string> = {
    // All tests come from one address.
    RATE_LIMIT_PER_MINUTE: '100000',
    RESEND_API_KEY: '',
    FETCH_ALLOW: site.place,
    ADMIN_KEY,
    ...post.env,
    ...ai.env,
  };
  const close = async (): Promise<void> => {
    site.close();
    await post.close();
    await ai.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { env, close };
};
