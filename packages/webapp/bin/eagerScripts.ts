/**
 * Asks the browser to compile the start page's scripts as they arrive, beside the page's own thread. Else each function is
 * compiled there when it is first called, which is most of the time that the page takes to come alive. (Chromium since 136;
 * to others it is a comment.)
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HINT = '//# allFunctionsCalledOnLoad\n';
const SCRIPT = /<link href="\/(_app\/[^"]+\.js)" rel="modulepreload">/g;

/** Throws where the start page names no script. */
export const hintScripts = async (folder: string): Promise<void> => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(SCRIPT)].map(([, path = '']) => join(folder, path));
  if (scripts.length === 0) throw new Error('The start page names no script.');
  await Promise.all(
    scripts.map(async (script) => writeFile(script, HINT + (await readFile(script, 'utf8')))),
  );
};
