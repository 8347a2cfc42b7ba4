/** All places of a page that may lead to a PDF, with what stands around them. Pure. */
import type { Cheerio } from 'cheerio/slim';
import { nameFromUrl } from '../filenames.ts';
import { sharedFileOf } from '../shareLinks.ts';
import { tidy, type Page } from './page.ts';
import { addressesInScript } from './scripts.ts';

/** `text` is the link's own, `around` the heading or the table's words that it stands under. */
export type Link = { url: string; text: string; file: string; around: string };

type Elements = Cheerio<ReturnType<Page['$']>[number]>;

/** Bounds on what is looked at, as a page may be made to take long. */
const MAX_LINKS = 500;
const MAX_DEPTH = 12;
const MAX_SIBLINGS = 40;

const PDF = /\.pdf$/i;
const WRAPPED = ['url', 'file', 'src', 'pdf'];
const HEADINGS = 'h1, h2, h3, h4, h5, h6, summary, legend, caption, dt, strong';
/** Says nothing of what is behind it. */
const GENERIC =
  /^(pdf|here|click here|download( pdf| file| here)?|view( pdf| online)?|open|link|file|print|see|more|read more|\W*)$/i;

/** True when the address itself says that a PDF is behind it. */
export const isPdfAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && (PDF.test(url.pathname) || sharedFileOf(url) !== null);
};

/** Viewers carry the PDF's address in theirs. */
const unwrap = (url: URL): URL => {
  for (const name of WRAPPED) {
    const inner = URL.parse(url.searchParams.get(name) ?? '', url.href);
    if (inner && PDF.test(inner.pathname)) return inner;
  }
  return url;
};

/** The absolute web address, or null for anything else. */
const toAddress = (value: string | undefined, base: URL): string | null => {
  const url = URL.parse(value?.trim() ?? '', base.href);
  if (!value?.trim() || !url || !/^https?:$/.test(url.protocol)) return null;
  const inner = unwrap(url);
  inner.hash = '';
  return inner.href;
};

const wordsOf = (element: Elements): string => {
  const own = tidy(element.text());
  if (!GENERIC.test(own)) return own;
  const named = ['aria-label', 'title', 'download', 'data-name', 'data-title', 'data-filename'];
  const given = named.map((name) => tidy(element.attr(name) ?? ''));
  const image = tidy(element.find('img[alt]').first().attr('alt') ?? '');
  return [...given, image].find((text) => !GENERIC.test(text)) ?? '';
};

/** In a table: what the row is about, and the column's header. */
const cellWords = ($: Page['$'], element: Elements): string[] => {
  const cell = element.closest('td, th');
  const row = cell.closest('tr');
  const column = row.children().index(cell);
  const header = row.closest('table').find('tr').first().children().eq(column);
  const first = row.children().first();
  return [first.is(cell) ? '' : tidy(first.text()), header.is(cell) ? '' : tidy($(header).text())];
};

/** The nearest heading before an element, or before what it is part of; a page may be huge, so not from far. */
const headingOf = ($: Page['$'], element: Elements): string => {
  let place = element;
  for (let depth = 0; depth < MAX_DEPTH && place.length > 0; depth++) {
    let before = place.prev();
    for (let step = 0; step < MAX_SIBLINGS && before.length > 0; step++) {
      const heading = before.is(HEADINGS) ? before : before.children(HEADINGS).first();
      if (heading.length > 0) return tidy($(heading).text());
      before = before.prev();
    }
    place = place.parent();
  }
  return '';
};

const itemWords = (element: Elements): string => {
  const item = tidy(element.closest('li, p, figure, dd').text());
  return GENERIC.test(item) ? '' : item;
};

const describe = ({ $ }: Page, element: Elements, address: string): Link => {
  const own = wordsOf(element);
  const cell = cellWords($, element).filter((text) => text !== '');
  const text = own || cell.join(' ') || itemWords(element);
  const around = [...(own ? cell : []), headingOf($, element)].filter((one) => one !== '');
  return { url: address, text, file: nameFromUrl(new URL(address)), around: around.join(' ') };
};

const SOURCES: [selector: string, attribute: string][] = [
  ['a[href], area[href]', 'href'],
  ['iframe[src], embed[src]', 'src'],
  ['object[data]', 'data'],
];

const fromElements = (page: Page): Link[] =>
  SOURCES.flatMap(([selector, attribute]) =>
    page
      .$(selector)
      .toArray()
      .slice(0, MAX_LINKS)
      .flatMap((node) => {
        const element = page.$(node);
        const address = toAddress(element.attr(attribute), page.url);
        return address === null ? [] : [describe(page, element, address)];
      }),
  );

const fromData = (page: Page): Link[] =>
  page
    .$('*')
    .toArray()
    .flatMap((node) =>
      Object.entries('attribs' in node ? node.attribs : {})
        .filter(([name]) => name.startsWith('data-'))
        .flatMap(([, value]) => {
          const plain = toAddress(value, page.url);
          const found = plain !== null && isPdfAddress(plain) ? [{ address: value, name: '' }] : [];
          return found.length > 0 || !/\.pdf/i.test(value) ? found : addressesInScript(value);
        })
        .flatMap(({ address, name }) => {
          const url = toAddress(address, page.url);
          if (url === null) return [];
          const link = describe(page, page.$(node), url);
          return [name ? { ...link, text: name } : link];
        }),
    );

const fromScripts = (page: Page): Link[] =>
  page
    .$('script:not([src])')
    .toArray()
    .flatMap((node) => addressesInScript(page.$(node).text()))
    .flatMap(({ address, name }) => {
      const url = toAddress(address, page.url);
      return url === null
        ? []
        : [{ url, text: tidy(name), file: nameFromUrl(new URL(url)), around: '' }];
    });

/** Every link of a page once, in the page's order; the first that has words speaks for its address. */
export const linksOf = (page: Page): Link[] => {
  const links = new Map<string, Link>();
  for (const link of [...fromElements(page), ...fromData(page), ...fromScripts(page)]) {
    const known = links.get(link.url);
    if (!known || (known.text === '' && link.text !== '')) links.set(link.url, link);
  }
  return [...links.values()];
};
