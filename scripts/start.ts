/** `npm start`: runs the program, which builds the page if its sources changed. */
import { enableCompileCache } from 'node:module';
import { root } from './steps.ts';

// Before the imports below: a third of a second start would go into compiling them again.
enableCompileCache(`${root}.cache/node`);
const { main } = await import('../packages/backend/src/index.ts');
const { buildWebapp } = await import('./buildWebapp.ts');
const { loadEnvFile } = await import('./envFile.ts');
const { startTable } = await import('./startTable.ts');

loadEnvFile();
await main(process.env, {
  buildPage: buildWebapp,
  // Who turned the log down wants no more than the one line.
  onReady: (config) => {
    if (/^(trace|debug|info)$/.test(config.logLevel)) process.stderr.write(startTable(config));
  },
});
