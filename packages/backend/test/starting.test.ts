/** Who comes while the program starts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { openPort, type Port } from '../src/listen.ts';

let port: Port;

beforeAll(async () => {
  port = await openPort(loadConfig({ PORT: '0' }));
});

afterAll(() => port.close());

it('sees a page that opens by itself, whichever address it is', async () => {
  for (const path of ['/', '/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11']) {
    const answer = await fetch(port.url + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('refresh')).toBe('2');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('HeatSync is starting');
  }
});

it('hears it from the API in its own form', async () => {
  const answer = await fetch(`${port.url}/api/batch/extract`, { method: 'POST', body: 'sheet' });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.json()).toEqual({
    success: false,
    error: 'STARTING',
    message: 'HeatSync is just starting. Please try again in a moment.',
  });
});
