import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { jsonLimit } from '../http/body.ts';
import { PLAIN_LOOK, WORDMARK } from '../http/plainLook.ts';
import type { Context } from '../services/context.ts';
import { isStopped, setStopped } from '../services/optOut.ts';

const STYLE = `${PLAIN_LOOK}
  button { min-height: 48px; border: 2px solid; padding: 8px 18px; background: none; color: inherit; font: inherit; font-weight: 700; cursor: pointer; }`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const SAFE = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
};

type Words = { title: string; text: string; button: string; field: 'stop' | 'again' };

const ASK: Words = {
  title: 'Stop all mail from HeatSync to this address?',
  text: 'It writes when somebody types the address on a page of results and asks for one mail. You can stop that for good, whoever asks.',
  button: 'Stop all mail',
  field: 'stop',
};
const STOPPED: Words = {
  title: 'No more mail comes to this address',
  text: 'HeatSync sends nothing to it any more, whoever asks. It keeps a fingerprint of the address to know it by, not the address.',
  button: 'Let mail come again',
  field: 'again',
};
const AGAIN: Words = {
  ...ASK,
  title: 'Mail may come to this address again',
  text: 'HeatSync writes to it when somebody asks for one mail on a page of results.',
};

const page = ({ title, text, button, field }: Words) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · HeatSync</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${raw(WORDMARK)}
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          <form method="post"><button name="${field}" value="yes">${button}</button></form>
        </main>
      </body>
    </html>`;

/**
 * Where the link in a mail leads that stops all mail to its address. Opening it changes nothing, as
 * scanners open every link; a POST does, from the page's button or a mail program's own (RFC 8058).
 */
export const mailRoutes = (context: Context) =>
  new Hono()
    .get('/stop/:token', async (c) => {
      const stopped = await isStopped(context, c.req.param('token'));
      return c.html(page(stopped ? STOPPED : ASK), 200, SAFE);
    })
    .post('/stop/:token', jsonLimit, async (c) => {
      const { again } = await c.req.parseBody().catch(() => ({ again: undefined }));
      await setStopped(context, c.req.param('token'), again === undefined);
      return c.html(page(again === undefined ? STOPPED : AGAIN), 200, SAFE);
    });
