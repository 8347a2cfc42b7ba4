import { Hono } from 'hono';
import { html } from 'hono/html';
import { API_ROUTES, type ApiRoute } from '../http/apiRoutes.ts';
import { PAGE_POLICY } from '../http/headers.ts';
import { OPENAPI } from '../http/openapi.ts';

const entry = ({ method, path, summary, deprecated }: ApiRoute) => {
  const operation = OPENAPI.paths[path]?.[method];
  return html`<details>
    <summary>
      <code><b>${method.toUpperCase()}</b> ${path}</code> ${summary} ${deprecated ? '(old)' : ''}
    </summary>
    <pre>${JSON.stringify(operation, null, 2)}</pre>
  </details>`;
};

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>HeatSync API</title>
      <style>
        body {
          font:
            16px/1.5 system-ui,
            sans-serif;
          max-width: 60rem;
          margin: 2rem auto;
          padding: 0 1rem;
          color-scheme: light dark;
        }
        pre {
          overflow: auto;
          font-size: 0.8rem;
        }
        summary {
          padding: 0.5rem 0;
          cursor: pointer;
        }
      </style>
    </head>
    <body>
      <h1>HeatSync API</h1>
      <p>${OPENAPI.info.description}</p>
      <p>For programs: <a href="/api/openapi.json">openapi.json</a></p>
      ${API_ROUTES.map(entry)}
    </body>
  </html>`;

/** The API's description, for programs and for people. */
export const docsRoutes = () =>
  new Hono()
    .get('/openapi.json', (c) => c.json(OPENAPI))
    .get('/docs', (c) => c.html(page, 200, { 'Content-Security-Policy': PAGE_POLICY }));
