import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { API_ROUTES, type ApiRoute } from '../http/apiRoutes.ts';
import { PAGE_POLICY } from '../http/headers.ts';
import { OPENAPI } from '../http/openapi.ts';
import { PLAIN_LOOK, WORDMARK } from '../http/plainLook.ts';

const STYLE = `${PLAIN_LOOK}
  a { color: inherit; }
  details { border-top: 1px solid var(--rule); }
  summary { padding: 0.7rem 0; cursor: pointer; }
  code { display: block; font-size: 0.88rem; font-weight: 700; overflow-wrap: anywhere; }
  pre { overflow: auto; font-size: 0.8rem; }`;

const entry = ({ method, path, summary, deprecated }: ApiRoute) => {
  const operation = OPENAPI.paths[path]?.[method];
  return html`<details>
    <summary>
      <code>${method.toUpperCase()} ${path}</code> ${summary} ${deprecated ? '(old)' : ''}
    </summary>
    <pre>${JSON.stringify(operation, null, 2)}</pre>
  </details>`;
};

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>HeatSync API</title>
      ${raw(`<style>${STYLE}</style>`)}
    </head>
    <body>
      ${raw(WORDMARK)}
      <main>
        <h1>The API</h1>
        <p>${OPENAPI.info.description}</p>
        <p>For programs: <a href="/api/openapi.json">openapi.json</a></p>
        ${API_ROUTES.map(entry)}
      </main>
    </body>
  </html>`;

/** The API's description, for programs and for people. */
export const docsRoutes = () =>
  new Hono()
    .get('/openapi.json', (c) => c.json(OPENAPI))
    .get('/docs', (c) => c.html(page, 200, { 'Content-Security-Policy': PAGE_POLICY }));
