/** Share links lead to a page about the file; these rules turn them into the file itself. */

type Rule = (url: URL) => string | null;

const withParameter = (url: URL, name: string, value: string): string => {
  const direct = new URL(url);
  direct.searchParams.set(name, value);
  return direct.href;
};

const isHost = (url: URL, ...hosts: string[]): boolean =>
  hosts.includes(url.hostname.replace(/^www\./, ''));

const dropbox: Rule = (url) =>
  isHost(url, 'dropbox.com') && /^\/(s|scl\/fi)\//.test(url.pathname)
    ? withParameter(url, 'dl', '1')
    : null;

const googleDrive: Rule = (url) => {
  if (!isHost(url, 'drive.google.com')) return null;
  const id = /^\/file\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url.pathname)?.[1];
  const asked = /^\/(open|uc)$/.test(url.pathname) ? url.searchParams.get('id') : null;
  const file = id ?? asked;
  if (!file) return null;
  const key = url.searchParams.get('resourcekey');
  // Without `confirm` larger files answer with a page that warns of viruses.
  const query = new URLSearchParams({ id: file, export: 'download', confirm: 't' });
  if (key) query.set('resourcekey', key);
  return `https://drive.usercontent.google.com/download?${query}`;
};

const googleDocs: Rule = (url) => {
  if (!isHost(url, 'docs.google.com')) return null;
  const [, kind, id] =
    /^\/(document|spreadsheets|presentation)\/(?:u\/\d+\/)?d\/([\w-]{10,})/.exec(url.pathname) ??
    [];
  if (!kind || !id) return null;
  const way = kind === 'presentation' ? 'export/pdf' : 'export?format=pdf';
  return `https://docs.google.com/${kind}/d/${id}/${way}`;
};

const oneDrive: Rule = (url) => {
  if (!isHost(url, '1drv.ms', 'onedrive.live.com')) return null;
  const token = Buffer.from(url.href).toString('base64url');
  return `https://api.onedrive.com/v1.0/shares/u!${token}/root/content`;
};

const sharePoint: Rule = (url) =>
  url.hostname.endsWith('.sharepoint.com') && url.pathname.startsWith('/:b:/')
    ? withParameter(url, 'download', '1')
    : null;

const RULES = [dropbox, googleDrive, googleDocs, oneDrive, sharePoint];

/** The file that a share link of Dropbox, Google or Microsoft stands for; null for any other address. */
export const sharedFileOf = (url: URL): string | null => {
  for (const rule of RULES) {
    const direct = rule(url);
    if (direct !== null) return direct;
  }
  return null;
};
