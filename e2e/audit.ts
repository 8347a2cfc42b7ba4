/**
 * What is wrong with the page as it stands, for eye, ear, thumb and keyboard. Tests ask it of every state they reach, so
 * that no state is reached twice.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A screen of 1280 at 400 %. */
export const NARROWEST = 320;
/** The modal parts of a date or a time are a stop each. */
const MOST_PARTS = 4;

/** In the page: where a finger or a key can go. A box to tick is as large as the label around it. */
const TARGETS = `
  const area = (element) => (element.closest('label') ?? element).getBoundingClientRect();
  const name = (element) => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 110);
  const targets = [
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=option]'),
  ].filter((element) => element.checkVisibility({ visibilityProperty: true }));`;

/** WCAG 2.2 excepts a link inside a sentence: it is as tall as its line. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`{
    ${TARGETS}
    const isInSentence = (element) =>
      getComputedStyle(element).display === 'inline' &&
      element.parentElement.textContent.trim() !== element.textContent.trim();
    targets.flatMap((element) => {
      const [width, height] = [area(element).width, area(element).height].map(Math.round);
      const isLarge = width >= 44 && height >= 44;
      return isLarge || isInSentence(element) ? [] : [width + ' × ' + height + ': ' + name(element)];
    });
  }`);

/** In the page, each time a key is let go: does the eye see where the focus is? */
const WATCH_FOCUS = `
  window.unseen = [];
  window.place = { focus: document.activeElement, top: scrollY };
  window.watchFocus = () => {
    const element = document.activeElement;
    if (element === document.body) return;
    const seen = element.matches('.sr-only') ? element.closest('label') : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    const { left, width, top, height } = seen.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const hasOutline = outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
    const isCovered = !hit || !(hit.contains(seen) || seen.contains(hit));
    if (hasOutline && !isCovered) return;
    window.unseen.push((isCovered ? 'covered: ' : 'no outline: ') + element.outerHTML.slice(0, 110));
  };
  addEventListener('keyup', window.watchFocus, true);`;

const stopsOf = (page: Page): Promise<number> =>
  page.evaluate(`{
    ${TARGETS}
    const parts = targets.filter(({ type }) => type === 'date' || type === 'time').length * ${MOST_PARTS};
    targets.length + parts + 1;
  }`);

/** Tabs once through all there is, and puts the focus back. */
const unseenFocus = async (page: Page): Promise<string[]> => {
  await page.evaluate(WATCH_FOCUS);
  for (let stop = await stopsOf(page); stop > 0; stop -= 1) await page.keyboard.press('Tab');
  return page.evaluate(`{
    removeEventListener('keyup', window.watchFocus, true);
    if (window.place.focus === document.body) document.activeElement.blur();
    else window.place.focus.focus();
    scrollTo(0, window.place.top);
    [...new Set(window.unseen)];
  }`);
};

/** What sticks out to the right of the screen, and how far; also of what is fixed there and scrolls nothing. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(`
    [...document.querySelectorAll('main *, section, a, button, p')].flatMap((element) => {
      const { right, width } = element.getBoundingClientRect();
      const over = Math.round(right - document.documentElement.clientWidth);
      const isHidden = element.closest('.sr-only, .details') !== null;
      return over > 0 && width > 0 && !isHidden ? [over + ': ' + element.outerHTML.slice(0, 90)] : [];
    })`);

const tooWide = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize();
  if (!size) return [];
  await page.setViewportSize({ width: NARROWEST, height: size.height });
  const found = await sticksOut(page);
  await page.setViewportSize(size);
  return found;
};

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

const linesOf = (violations: Violations): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );

/** The small one is there sooner. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** To say of each element what is right with it would take longer than to look. */
const axe = async (page: Page): Promise<string[]> => {
  const builder = new AxeBuilder({ page, axeSource: AXE }).options({ resultTypes: ['violations'] });
  // Without frames there is nothing to put together in a page of its own.
  return linesOf((await builder.setLegacyMode().analyze()).violations);
};

/** What only the other theme has wrong: its colours. After `axe`, which leaves itself in the page. */
const inOtherTheme = async (page: Page): Promise<string[]> => {
  const isDark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  const found = await page.evaluate<Violations>(`
    axe.run({ runOnly: ['cat.color'], resultTypes: ['violations'] }).then((found) => found.violations)`);
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  return linesOf(found);
};

/** One line for each barrier: axe in both themes, targets under 44 px, a focus nobody sees, what is too wide for a small phone. */
export const barriers = async (page: Page): Promise<string[]> => [
  ...(await axe(page)),
  ...(await inOtherTheme(page)),
  ...(await smallTargets(page)),
  ...(await unseenFocus(page)),
  ...(await tooWide(page)),
];
