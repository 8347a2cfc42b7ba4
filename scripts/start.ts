/** `npm start`: runs the program, which builds the page if its sources changed. */
import '../packages/backend/src/fastImports.ts';

// Only now, so that they are imported the fast way.
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
