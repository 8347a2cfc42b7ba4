/**
 * `npm run build`: the sample meet's sheets and the typeface, then the page, and each of its files compressed. Started by a program, it ends with that program, even a killed one.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBuilder } from 'vite';
import { compressFolder } from './compress.ts';
import { hintScripts } from './eagerScripts.ts';
import { preloadFont } from './preloadFont.ts';
import { cutTypeface } from './typeface.ts';

const own = fileURLToPath(new URL('..', import.meta.url));
const sample = fileURLToPath(new URL('../../sheetgen/bin/sample.ts', import.meta.url));

if (process.connected) {
  process.once('disconnect', () => process.exit(1));
  // Ctrl-C in the terminal reaches us too; the program decides.
  process.on('SIGINT', () => undefined);
}

// Vite takes over whatever it inherits: under "test" or "development" the page would carry Svelte's checks, a tenth more script.
process.env['NODE_ENV'] = 'production';
process.chdir(own);
try {
  await promisify(execFile)(process.execPath, [sample, 'static/sample']);
  await cutTypeface('src/typeface');
  const builder = await createBuilder({ logLevel: 'warn' }, null);
  await builder.buildApp();
  const built = process.env['WEBAPP_OUT'] ?? 'build';
  await preloadFont(built);
  await hintScripts(built);
  await compressFolder(built);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
