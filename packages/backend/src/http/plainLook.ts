/** The page's colours and head for the few pages that the server writes itself: the built page may not be there yet. */

export const PLAIN_LOOK = `
  :root { color-scheme: light dark; --paper: #faf9f4; --ink: #0d1b2a; --rule: #d3d1c6; }
  @media (prefers-color-scheme: dark) { :root { --paper: #0b121b; --ink: #eef2f6; --rule: #29384a; } }
  body { box-sizing: border-box; max-width: 760px; margin: 0 auto; padding: 1.4rem 1.25rem; background: var(--paper); color: var(--ink); font: 17px/1.45 'Helvetica Neue', Arial, sans-serif; }
  .wordmark { font-size: 1.35rem; font-weight: 700; }
  mark { padding: 0.1em 0.14em; background: #ffe45c; color: #0d1b2a; }
  h1 { margin: 2.2rem 0 0.6rem; font-size: 2rem; line-height: 1.15; }`;

export const WORDMARK = '<header class="wordmark">Heat<mark>Sync</mark></header>';
