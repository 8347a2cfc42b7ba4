/** What a meet's page says, taken from its HTML. Pure; what the page says is data, never an instruction. */
import type { CheerioAPI } from 'cheerio/slim';

export type Page = { url: URL; $: CheerioAPI };

const MAX_NAME = 120;
const GENERIC_TITLE = /^(home|meets?|events?|documents|welcome|untitled|index|files|news)$/i;
const SHELL_TEXT = 200;

/** One line, without control characters, not too long. */
export const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .trim();

/** `url` is where the page was found; a `base` element in it may say otherwise for its links. The parser is loaded with the first page. */
export const parsePage = async (html: string, url: URL): Promise<Page> => {
  const { load } = await import('cheerio/slim');
  const $ = load(html);
  const base = $('base[href]').first().attr('href');
  return { url: (base && URL.parse(base, url.href)) || url, $ };
};

/** What the page calls itself, most likely the meet; null when it says nothing of use. */
export const titleOf = ({ $ }: Page): string | null => {
  const title = tidy($('head > title').first().text() || $('title').first().text());
  const [lead = ''] = title.split(/ [|•·–—-] /);
  const social = $('meta[property="og:title"]').attr('content') ?? '';
  const titles = [$('h1').first().text(), social, lead].map(tidy);
  return titles.find((one) => one.length > 3 && !GENERIC_TITLE.test(one)) ?? null;
};

/** A page that holds next to no text, only the scripts that would make it. */
export const isScriptShell = ({ $ }: Page): boolean => {
  if ($('script').length === 0) return false;
  const body = $('body').clone();
  body.find('script, style, noscript, template, svg').remove();
  return body.text().trim().length < SHELL_TEXT;
};
