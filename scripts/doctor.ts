/** `npm run doctor`: asks each configured service and says in a line each what is wrong. Exit code 1 if anything is. */
import { ConfigError, loadConfig, type Config } from '../packages/backend/src/config.ts';
import { checkAi } from './doctor/ai.ts';
import { checkBrowser } from './doctor/browser.ts';
import { checkDatabase, checkDirect, checkPooler } from './doctor/database.ts';
import { examine, type Check, type Finding } from './doctor/finding.ts';
import { checkClock, checkDisk, checkNode } from './doctor/machine.ts';
import { checkMail } from './doctor/mail.ts';
import { checkStorage } from './doctor/storage.ts';
import { checkBaseUrl, checkProxy } from './doctor/web.ts';
import { loadEnvFile } from './envFile.ts';
import { toTable } from './startTable.ts';

const CHECKS: Check[] = [
  { what: 'Node', ask: checkNode },
  { what: 'Disk', ask: checkDisk },
  { what: 'Database', ask: checkDatabase },
  { what: 'Wake-ups', needs: 'Database', ask: checkDirect },
  { what: 'Pooler', needs: 'Database', ask: checkPooler },
  { what: 'Clock', needs: 'Database', ask: checkClock },
  { what: 'Uploads', needs: 'Disk', ask: checkStorage },
  { what: 'Mail', ask: checkMail },
  { what: 'AI model', ask: checkAi },
  { what: 'Browser', ask: checkBrowser },
  { what: 'BASE_URL', ask: checkBaseUrl },
  { what: 'Proxy', ask: checkProxy },
];

/** What each check found, in order. */
export const diagnose = async (config: Config): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(await examine(check, config, findings));
  return findings;
};

const configOrExit = (): Config => {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stdout.write(toTable([['BAD', 'Settings', error.message]]));
    process.exit(1);
  }
};

if (import.meta.main) {
  loadEnvFile();
  const findings = await diagnose(configOrExit());
  process.stdout.write(toTable(findings.map(({ state, what, detail }) => [state, what, detail])));
  process.exit(findings.some(({ state }) => state === 'BAD') ? 1 : 0);
}
