/** Movement that shows where something went. */

const GLIDE_MS = 300;

/**
 * Remembers where `element` stands; what it returns, called once the page has changed and before it
 * is drawn, lets it glide from there to its new place. Under reduced motion it is just there.
 */
export const glideFrom = (element: HTMLElement): (() => void) => {
  const before = element.getBoundingClientRect().top;
  return () => {
    const moved = before - element.getBoundingClientRect().top;
    if (moved === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    element.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
      duration: GLIDE_MS,
      easing: 'ease-out',
    });
  };
};
