/** `npm start`: builds the page if its sources changed, then runs the program. */
import { existsSync } from 'node:fs';
import { main } from '../packages/backend/src/index.ts';
import { buildWebapp } from './buildWebapp.ts';
import { root } from './steps.ts';

if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
await buildWebapp().catch(({ message }: Error) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
await main(process.env);
