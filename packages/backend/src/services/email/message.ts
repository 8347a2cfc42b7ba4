/** The mail of a batch's end, as text and as HTML. */
import {
  buttonOf,
  headlineOf,
  leadOf,
  meetsLine,
  PRIVACY,
  STOP,
  subjectOf,
  WHY,
  type MailFacts,
} from './words.ts';

/** Absolute addresses. */
export type MailLinks = { results: string; stop: string; privacy: string };
export type Message = { subject: string; text: string; html: string };

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attribute values in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

const toText = (facts: MailFacts, links: MailLinks): string => {
  const meets = meetsLine(facts.meets);
  return [
    `${headlineOf(facts)}.`,
    ...(meets ? [meets] : []),
    leadOf(facts),
    `${buttonOf(facts)}: ${links.results}`,
    '-- ',
    WHY,
    `${STOP}: ${links.stop}`,
    `${PRIVACY}: ${links.privacy}`,
    '',
  ].join('\n\n');
};

/** Colours of the page. Mail programs that know no style sheet show the light ones, which stand in the tags. */
const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: inherit; }
  @media (prefers-color-scheme: dark) {
    .paper { background: #0b121b !important; color: #eef2f6 !important; }
    .quiet { color: #a3b1c1 !important; border-color: #29384a !important; }
    .main { background: #ffe45c !important; color: #0d1b2a !important; }
    .marker { color: #0d1b2a !important; }
  }`;

const FONT = "font-family:'Helvetica Neue',Arial,sans-serif";
const PAPER = `margin:0;background:#faf9f4;color:#0d1b2a;${FONT}`;
/** Shown beside the subject in a list of mails, not in the mail. */
const HIDDEN = 'display:none;max-height:0;overflow:hidden;mso-hide:all';
const BUTTON =
  'display:inline-block;padding:14px 22px;background:#0d1b2a;color:#faf9f4;font-weight:700;text-decoration:none';

const link = (href: string, words: string): string =>
  `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;

const bodyOf = (facts: MailFacts, links: MailLinks): string => {
  const meets = escapeHtml(meetsLine(facts.meets));
  return `<div class="paper" role="main" style="${PAPER};padding:28px 20px 40px">
<div style="${HIDDEN}">${meets || 'Open the page for event, heat and lane.'}</div>
<div style="max-width:560px;margin:0 auto;font-size:17px;line-height:1.45">
<p style="margin:0 0 28px;font-size:22px;font-weight:700;line-height:1">Heat<span class="marker" style="background:#ffe45c;color:#0d1b2a;padding:1px 3px">Sync</span></p>
<h1 style="margin:0 0 12px;font-size:30px;line-height:1.15">${headlineOf(facts)}</h1>
${meets && `<p style="margin:0 0 8px;font-weight:700">${meets}</p>`}
<p style="margin:0 0 26px">${leadOf(facts)}</p>
<p style="margin:0 0 32px"><a class="main" href="${escapeHtml(links.results)}" style="${BUTTON}">${buttonOf(facts)}</a></p>
<div class="quiet" style="border-top:1px solid #d3d1c6;padding-top:16px;color:#44546a;font-size:14px">
<p style="margin:0 0 12px">${WHY}</p>
<p style="margin:0;line-height:2">${link(links.stop, STOP)}<br>${link(links.privacy, PRIVACY)}</p>
</div></div></div>`;
};

const toHtml = (facts: MailFacts, links: MailLinks): string => `<!doctype html>
<html lang="en" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subjectOf(facts))}</title>
<style>${STYLE}
</style>
</head>
<body class="paper" style="${PAPER}">
${bodyOf(facts, links)}
</body>
</html>
`;

/** The same facts and links give the same mail, byte for byte. */
export const composeMail = (facts: MailFacts, links: MailLinks): Message => ({
  subject: subjectOf(facts),
  text: toText(facts, links),
  html: toHtml(facts, links),
});
