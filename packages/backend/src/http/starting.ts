/** What everybody hears while the program starts: come back in a moment. A page comes back by itself. */
import { createHash } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import { PLAIN_LOOK, WORDMARK } from './plainLook.ts';

/** Seconds. Longer than most starts need, short enough to be waited for. */
const AGAIN = '2';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>HeatSync is starting</title>
<style>${PLAIN_LOOK}</style>
</head>
<body>
${WORDMARK}
<main role="status"><h1>HeatSync is starting</h1>
<p>This page opens by itself in a moment.</p></main>
</body>
</html>
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PLAIN_LOOK).digest('base64')}'; frame-ancestors 'none'`;

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
