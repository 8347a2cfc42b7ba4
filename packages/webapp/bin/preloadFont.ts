/** Names the typeface in the built pages, so that it is on its way before the styles that use it are read. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ASSETS = '_app/immutable/assets';
const PAGES = ['index.html', 'shell.html'];

/** Throws where the build has not the one typeface that the first paint needs. */
export const preloadFont = async (folder: string): Promise<void> => {
  const fonts = (await readdir(join(folder, ASSETS))).filter((name) =>
    /^wide\..*\.woff2$/.test(name),
  );
  const [font] = fonts;
  if (font === undefined || fonts.length > 1)
    throw new Error(`The page wants one typeface and has ${fonts.length}.`);
  const link = `<link rel="preload" href="/${ASSETS}/${font}" as="font" type="font/woff2" crossorigin />`;
  for (const page of PAGES.map((name) => join(folder, name))) {
    const html = await readFile(page, 'utf8');
    await writeFile(page, html.replace('<link rel="icon"', `${link}\n    <link rel="icon"`));
  }
};
