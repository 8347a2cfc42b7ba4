import { expect, it } from 'vitest';
import { withVisitCounter } from './visitCounter.ts';

const page = (policy: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head><p>script-src 'self'</p>`;
const counter = { scriptUrl: 'https://count.example/script.js', websiteId: 'a"b' };

it('opens the policy for that origin alone, and tells the script to count nothing by itself', () => {
  const html = withVisitCounter(
    page("default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'; style-src 'self'"),
    counter,
  );
  expect(html).toContain(
    `"default-src 'none'; connect-src 'self' https://count.example; script-src 'self' https://count.example 'sha256-x'; style-src 'self'"`,
  );
  expect(html).toMatch(
    /<script defer src="https:\/\/count\.example\/script\.js" data-website-id="a&quot;b" data-auto-track="false"[^>]*><\/script><\/head>/,
  );
  expect(html).toContain("<p>script-src 'self'</p>");
});

it('serves no page whose policy it does not understand', () => {
  expect(() => withVisitCounter(page("default-src 'self'"), counter)).toThrow(/policy/);
});
