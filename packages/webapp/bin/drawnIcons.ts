/**
 * Draws the icons when the page is built. Lucide's component puts each together as the page starts, attribute by attribute:
 * of the start page's first moments that was a fifth.
 */
import type { Plugin } from 'vite';

type Shape = [tag: string, attributes: Record<string, string>];

const ICON = /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/;
const DATA = /const iconData = (\{.*\});/;

const shape = ([tag, attributes]: Shape): string => {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<${tag} ${written.join(' ')} />`;
};

/** An icon's source with its lines in it, as the page uses it: of a size, and never read aloud. Throws where there is no drawing. */
export const drawn = (source: string): string => {
  const data = DATA.exec(source)?.[1];
  if (data === undefined) throw new Error(`No drawing in ${source.slice(0, 200)}`);
  const { node } = JSON.parse(data) as { node: Shape[] };
  return `<script>
  let { size } = $props();
</script>
<svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${node.map(shape).join('')}</svg>`;
};

export const drawnIcons = (): Plugin => ({
  name: 'drawn-icons',
  enforce: 'pre',
  transform: {
    filter: { id: ICON },
    handler: (source) => ({ code: drawn(source), map: null }),
  },
});
