/** `npm start`: runs the program, which builds the page if its sources changed. */
import { enableCompileCache } from 'node:module';
import { root } from './steps.ts';

// Before the imports below: a third of a second start would go into compiling them again.
enableCompileCache(`${root}.cache/node`);
const { main } = await import('../packages/backend/src/index.ts');
const { buildWebapp } = await import('./buildWebapp.ts');

try {
  process.loadEnvFile(`${root}.env`);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') {
    process.stderr.write(`The file .env cannot be read: ${message}\n`);
    process.exit(1);
  }
}
await main(process.env, buildWebapp);
