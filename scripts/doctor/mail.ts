import type { Config } from '../../packages/backend/src/config.ts';
import { createEmail } from '../../packages/backend/src/services/email.ts';
import { off, ok, type Outcome } from './finding.ts';

/** Asks the provider whether it would take mail from us; sends none. */
export const checkMail = async (config: Config): Promise<Outcome> => {
  const email = createEmail(config);
  if (!email) return off('no mail is sent');
  const problem = await email.check();
  if (problem !== null) throw new Error(problem);
  return ok('the provider takes mail from us');
};
