import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { drawnIcons } from './bin/drawnIcons.ts';

/** Where `npm run build` writes; tests build elsewhere so that two runs never share a folder. */
const out = process.env['WEBAPP_OUT'] ?? 'build';

/** `npm run dev` beside a running server: the page from Vite, the API from there. */
const api = process.env['API_URL'] ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [
    drawnIcons(),
    tailwindcss(),
    sveltekit({
      adapter: adapter({ fallback: 'shell.html', pages: out, assets: out }),
      // The start page's script moves on to other addresses: what its head names must be found from there too.
      paths: { relative: false },
      // All styles are 15 kB: in the page itself they are there a round trip earlier.
      inlineStyleThreshold: 20_000,
      // A page stays open all weekend; coming back to it asks too.
      version: { pollInterval: 10 * 60_000 },
      // Only the start page is drawn beforehand; what it links to is not.
      prerender: { entries: ['/'], crawl: false },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // SvelteKit's own announcer for screen readers hides itself with a style attribute.
          'style-src-attr': [
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'font-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
  worker: { format: 'es' },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
