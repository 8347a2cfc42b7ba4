/** Finds the sheets that a meet's page links to. What the page says is data: it only names links. */
import { buffer } from 'node:stream/consumers';
import type { DiscoverResponse } from '@heatsync/shared';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { askAboutLinks } from './discovery/askAi.ts';
import { guessKind, leadsToDocuments } from './discovery/kinds.ts';
import { isPdfAddress, linksOf, type Link } from './discovery/links.ts';
import { isScriptShell, parsePage, titleOf, type Page } from './discovery/page.ts';
import { toSheets, type Candidate } from './discovery/sheets.ts';
import { nameOfDownload } from './filenames.ts';
import type { Fetched } from './safeFetch.ts';
import { sharedFileOf } from './shareLinks.ts';
import { parseWebUrl } from './urlValidation.ts';

type Needs = Pick<Context, 'fetch' | 'config' | 'ai' | 'log' | 'browser'>;
export type Discovery = Omit<DiscoverResponse, 'success'>;

const MAX_PAGE_BYTES = 3 * 1024 * 1024;
const MAX_PAGES = 5;
const MAX_LINKS = 60;
const AT_ONCE = 6;
const SEARCH_MS = 30_000;
const LOOK_MS = 5_000;

const isPdf = ({ headers, url }: Fetched): boolean =>
  /^application\/(x-)?pdf\b/i.test(headers['content-type'] ?? '') ||
  /\.pdf$/i.test(nameOfDownload(headers, url));

/** One that is unknown is read as UTF-8. */
const decoderFor = (charset: string) => {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
};

const decode = async ({ body, headers }: Fetched): Promise<string> => {
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return decoderFor(charset).decode(await buffer(body));
};

/** The page, or null when a PDF is there. Throws what `SafeFetch` throws and `PAGE_TOO_LARGE`. */
const openPage = async (
  { fetch }: Needs,
  address: string,
  signal: AbortSignal,
): Promise<Page | null> => {
  const fetched = await fetch(address, { maxBytes: MAX_PAGE_BYTES, signal });
  try {
    if (isPdf(fetched)) return null;
    const html = await decode(fetched);
    if (fetched.isTruncated()) throw new AppError('PAGE_TOO_LARGE');
    return html.startsWith('%PDF-') ? null : await parsePage(html, fetched.url);
  } finally {
    fetched.close();
  }
};

const mayOpen = ({ config }: Needs, address: string): boolean => {
  try {
    parseWebUrl(address, config.fetchAllow);
    return true;
  } catch {
    return false;
  }
};

/** Pages of the same site that a link calls documents, heat sheets and the like; one level of them. */
const documentPages = (page: Page, links: Link[]): string[] =>
  links
    .filter((link) => !isPdfAddress(link.url) && leadsToDocuments(link))
    .filter((link) => new URL(link.url).host === page.url.host && link.url !== page.url.href)
    .slice(0, MAX_PAGES)
    .map((link) => link.url);

const linksBehind = async (needs: Needs, address: string, signal: AbortSignal): Promise<Link[]> => {
  const page = await openPage(needs, address, signal).catch(() => null);
  signal.throwIfAborted();
  return page ? linksOf(page).filter((link) => isPdfAddress(link.url) || guessKind(link).kind) : [];
};

/** What a HEAD request tells; null when the address may not be opened or holds something else. */
const look = async (needs: Needs, link: Link, signal: AbortSignal): Promise<Candidate | null> => {
  const address = sharedFileOf(new URL(link.url)) ?? link.url;
  const sure = isPdfAddress(link.url);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
  try {
    const head = await needs.fetch(address, { method: 'HEAD', maxBytes: 0, signal: limit });
    head.close();
    if (!sure && !isPdf(head)) return null;
    const size = Number(head.headers['content-length'] ?? NaN);
    return { ...link, ...(isPdf(head) && size > 0 && { size }) };
  } catch (error) {
    signal.throwIfAborted();
    const blocked = error instanceof AppError && error.code !== 'FETCH_FAILED';
    return sure && !blocked ? link : null;
  }
};

/** Every link is looked at, a few at a time, in their order. */
const lookAll = async (needs: Needs, links: Link[], signal: AbortSignal): Promise<Candidate[]> => {
  const found: (Candidate | null)[] = links.map(() => null);
  const waiting = [...links.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      found[next[0]] = await look(needs, next[1], signal);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found.filter((one) => one !== null);
};

const unique = (links: Link[]): Link[] =>
  [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed();

const search = async (needs: Needs, page: Page, signal: AbortSignal): Promise<Candidate[]> => {
  const links = linksOf(page).filter((link) => mayOpen(needs, link.url));
  const pages = documentPages(page, links);
  const behind = await Promise.all(pages.map((address) => linksBehind(needs, address, signal)));
  const known = links.filter((link) => isPdfAddress(link.url) || guessKind(link).kind);
  const all = unique([...known, ...behind.flat()])
    .filter((link) => mayOpen(needs, link.url))
    .slice(0, MAX_LINKS);
  return lookAll(needs, all, signal);
};

/** A page without a sheet on it that a script may put together is opened in a browser, where the operator has one. */
const searchRendered = async (needs: Needs, page: Page, signal: AbortSignal) => {
  const candidates = await search(needs, page, signal);
  const { browser } = needs;
  if (candidates.length > 0 || !browser || page.$('script').length === 0)
    return { rendered: page, candidates };
  const html = await browser.render(page.url.href, signal);
  const rendered = html === null ? page : await parsePage(html, page.url);
  return { rendered, candidates: html === null ? [] : await search(needs, rendered, signal) };
};

const nothingOn = ({ browser }: Needs, page: Page): 'REQUIRES_JAVASCRIPT' | 'NO_PDFS_FOUND' =>
  isScriptShell(page) && !browser ? 'REQUIRES_JAVASCRIPT' : 'NO_PDFS_FOUND';

const onlySheet = (address: string): Discovery => {
  const url = new URL(address);
  const link = { url: address, text: '', file: nameOfDownload({}, url), around: '' };
  return { heatsheets: toSheets([link]) };
};

/**
 * The sheets behind a meet's page, the likeliest first. Throws `CRAWLER_DISABLED`, what `SafeFetch`
 * throws, `PAGE_TOO_LARGE`, `REQUIRES_JAVASCRIPT`, and `NO_PDFS_FOUND`.
 */
export const discoverSheets = async (
  needs: Needs,
  address: string,
  caller: AbortSignal,
): Promise<Discovery> => {
  if (!needs.config.crawler) throw new AppError('CRAWLER_DISABLED');
  const { href } = parseWebUrl(address, needs.config.fetchAllow);
  if (isPdfAddress(href)) return onlySheet(href);
  const signal = AbortSignal.any([caller, AbortSignal.timeout(SEARCH_MS)]);
  const page = await openPage(needs, href, signal);
  if (!page) return onlySheet(href);
  const { rendered, candidates } = await searchRendered(needs, page, signal);
  if (candidates.length === 0) throw new AppError(nothingOn(needs, rendered));
  const title = titleOf(rendered);
  const advice = await askAboutLinks(needs, title, candidates, signal);
  const meetName = title ?? advice?.meetName;
  const heatsheets = toSheets(candidates, advice?.sorted);
  return { ...(meetName && { meetName }), heatsheets };
};
