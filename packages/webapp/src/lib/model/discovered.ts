/** Sheets found on a meet's page: which are worth reading, and how they go into the queue. */
import type { DiscoveredSheet, DiscoverResponse } from '@heatsync/shared';
import type { WebSheet } from './queue.ts';
import { nameOfAddress } from './webAddress.ts';

/** Ticked at first: what has heats, and what gives them their times. A link that does not say is looked at. */
export const isWanted = ({ kind }: Pick<DiscoveredSheet, 'kind'>): boolean =>
  kind === undefined || kind === 'heat_sheet' || kind === 'session_report';

export const toWebSheet = ({ url, name, size }: DiscoveredSheet): WebSheet => ({
  type: 'web',
  url,
  name,
  size: size ?? 0,
});

/** What several pages have, each sheet once, under the first meet's name; null for no page. */
export const joinFound = (found: readonly DiscoverResponse[]): DiscoverResponse | null => {
  const [first] = found;
  if (!first) return null;
  const sheets = found.flatMap(({ heatsheets }) => heatsheets);
  return { ...first, heatsheets: [...new Map(sheets.map((one) => [one.url, one])).values()] };
};

/** A PDF whose address was typed: the server finds out the rest. */
export const typedSheet = (url: URL): WebSheet => ({
  type: 'web',
  url: url.href,
  name: nameOfAddress(url),
  size: 0,
});
