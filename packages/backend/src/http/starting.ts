/** What everybody hears while the program starts: come back in a moment. A page comes back by itself. */
import { createHash } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';

/** Seconds. Longer than most starts need, short enough to be waited for. */
const AGAIN = '2';

const STYLE = `:root{color-scheme:light dark;--paper:#faf9f4;--ink:#0d1b2a}
@media (prefers-color-scheme:dark){:root{--paper:#0b121b;--ink:#eef2f6}}
body{box-sizing:border-box;max-width:760px;margin:0 auto;padding:1.4rem 1.25rem;background:var(--paper);color:var(--ink);font:17px/1.45 'Helvetica Neue',Arial,sans-serif}
b{font-size:1.35rem}
mark{padding:.1em .14em;background:#ffe45c;color:#0d1b2a}
h1{margin:2.2rem 0 .6rem;font-size:2rem;line-height:1.1}`;

/** In the look of the page, which may not be built yet. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>HeatSync is starting</title>
<style>${STYLE}</style>
</head>
<body>
<b>Heat<mark>Sync</mark></b>
<main role="status"><h1>HeatSync is starting.</h1>
<p>This page opens by itself in a moment.</p></main>
</body>
</html>
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

const ALWAYS = {
  'Retry-After': AGAIN,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

const sendPage = (response: ServerResponse): void => {
  response.writeHead(503, {
    ...ALWAYS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    Refresh: AGAIN,
  });
  response.end(PAGE);
};

/** The sentences come with all of `shared`: nobody waits for them before somebody asks. */
const sendError = async (response: ServerResponse): Promise<void> => {
  const { AppError } = await import('../errors.ts');
  const { code, message, status } = new AppError('STARTING');
  response.writeHead(status, { ...ALWAYS, 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ success: false, error: code, message }));
};

export const comeBack: RequestListener = ({ url = '/', headers }, response) => {
  const isPage = !url.startsWith('/api/') && headers.accept?.includes('text/html');
  if (isPage) sendPage(response);
  else void sendError(response);
};
