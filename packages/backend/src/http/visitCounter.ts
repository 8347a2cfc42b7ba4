/** Umami, where the operator names one: its script goes into the page's head, and its origin into the page's policy. */
import type { Config } from '../config.ts';

export type VisitCounter = NonNullable<Config['visitCounter']>;

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** By itself it would count addresses, and those hold codes: the page says which route was opened. */
const scriptTag = ({ scriptUrl, websiteId }: VisitCounter): string =>
  `<script defer src="${attribute(scriptUrl)}" data-website-id="${attribute(websiteId)}" data-auto-track="false" data-do-not-track="true"></script>`;

/** The page with the counter. Throws where its policy is not as the build writes it. */
export const withVisitCounter = (html: string, counter: VisitCounter): string => {
  const { origin } = new URL(counter.scriptUrl);
  const opened = html.replace(/http-equiv="content-security-policy" content="[^"]*/, (policy) =>
    policy.replace(/(script-src|connect-src) 'self'/g, `$& ${origin}`),
  );
  if (opened.split(origin).length !== 3) throw new Error('The page has no policy to open.');
  return opened.replace('</head>', `${scriptTag(counter)}</head>`);
};
