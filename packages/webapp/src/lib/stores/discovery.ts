/** Asks the server what sheets a meet's page has. */
import type { DiscoverResponse } from '@heatsync/shared';
import { sentenceOf } from '../model/sentence.ts';
import { discover } from '../services/discoverClient.ts';

export type Discovery = { found: DiscoverResponse } | { problem: string };

/** What the page has, or a sentence that says why not and what to do. */
export const discoverSheets = async (url: URL): Promise<Discovery> => {
  try {
    return { found: await discover(url.href) };
  } catch (error) {
    return { problem: sentenceOf(error) };
  }
};
