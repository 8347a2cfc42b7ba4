/** Asks the server what sheets a meet's pages have. */
import type { DiscoverResponse } from '@heatsync/shared';
import { joinFound } from '../model/discovered.ts';
import { sentenceOf } from '../model/sentence.ts';
import { discover } from '../services/discoverClient.ts';

export type Discovery = { found: DiscoverResponse } | { problem: string };

/** What the pages have together, or a sentence that says why there is nothing and what to do. */
export const discoverSheets = async (pages: readonly URL[]): Promise<Discovery> => {
  const found: DiscoverResponse[] = [];
  let problem = '';
  for (const { href } of pages)
    try {
      found.push(await discover(href));
    } catch (error) {
      problem ||= sentenceOf(error);
    }
  const joined = joinFound(found);
  return joined ? { found: joined } : { problem };
};
