/** Checks a web address as it is typed, before the server is asked. */

/** "meet.example/heats" is meant as https; null for what is no address of a page or file. */
export const webAddress = (typed: string): URL | null => {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return isWeb && url.hostname.includes('.') && url.username === '' ? url : null;
};

/** Whether the address says itself that a PDF lies there. */
export const isPdfAddress = ({ pathname }: URL): boolean => /\.pdf$/i.test(pathname);

/** The last part of the path, as a person would call the file. */
export const nameOfAddress = (url: URL): string => {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url.hostname;
  } catch {
    return last || url.hostname;
  }
};
