/** PostgreSQL's data in a folder, without the second of work that it takes to make it. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

/** With its owners: as root the data is another account's. */
export const copyCluster = async (cluster: string, dataDir: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true });
  await promisify(execFile)('cp', ['-Rp', cluster, join(dataDir, 'postgres')]);
};

/** As if the program had been started there before, for what is not about the first start. */
export const giveCluster = (dataDir: string): Promise<void> =>
  copyCluster(inject('cluster'), dataDir);
