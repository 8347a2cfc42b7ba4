/** `npm run soak -- [NAME]`: long trials of what must never hang, crash or leak. Exit code 1 if one fails. */
import { soakAi } from './ai.ts';
import { soakMail } from './mail.ts';
import { soakCluster } from './cluster.ts';
import { soakImage } from './image.ts';
import { soakQueue } from './queue.ts';
import { soakReader } from './reader.ts';
import { soakWebkit } from './webkit.ts';
import { soakWidths } from './widths.ts';

const trials: Record<string, () => Promise<string[]>> = {
  reader: soakReader,
  queue: soakQueue,
  ai: soakAi,
  mail: soakMail,
  widths: soakWidths,
  webkit: soakWebkit,
  image: soakImage,
  cluster: soakCluster,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in trials));
if (unknown.length > 0) {
  console.error(
    `No trial named ${unknown.join(', ')}. There are: ${Object.keys(trials).join(', ')}.`,
  );
  process.exit(1);
}

for (const [name, trial] of Object.entries(trials)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const failures = await trial();
  for (const failure of failures) console.error(`${name}: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
  else console.log(`${name}: passed`);
}
