/** What a sheet is called: cleaned names of uploads and of what the web sends. */
import type { IncomingHttpHeaders } from 'node:http';

const MAX_FILENAME = 255;
const PARAMETER = /;\s*filename(\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gi;

/** What a person would call the file: no folders, no control characters. */
export const cleanFilename = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MAX_FILENAME);

/** Bytes that are no text in this character set stay as they came. */
const decode = (bytes: Buffer, charset: string): string => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
};

/** Headers come as one character a byte; `%41` is a byte too. */
const decodePercent = (text: string, charset: string): string => {
  const plain = text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return decode(Buffer.from(plain, 'latin1'), charset);
};

/** RFC 8187: `charset'language'text`. */
const decodeExtended = (value: string): string => {
  const [charset = '', , ...text] = value.split("'");
  return decodePercent(text.join("'"), charset || 'utf-8');
};

/** The name in a `Content-Disposition` (RFC 6266); the extended form goes first. Empty when there is none. */
export const nameFromDisposition = (header: string): string => {
  const given = [...`;${header}`.matchAll(PARAMETER)].map(([, star, quoted, plain = '']) => ({
    extended: star === '*',
    value: quoted?.replace(/\\(.)/g, '$1') ?? plain.trim(),
  }));
  const best = given.find((one) => one.extended) ?? given[0];
  if (!best) return '';
  return cleanFilename(
    best.extended ? decodeExtended(best.value) : decodePercent(best.value, 'utf-8'),
  );
};

/** The last part of the path, or the host. */
export const nameFromUrl = (url: URL): string => {
  const segment = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  return cleanFilename(decodePercent(segment, 'utf-8')) || url.hostname.slice(0, MAX_FILENAME);
};

export const nameOfDownload = (headers: IncomingHttpHeaders, url: URL): string =>
  nameFromDisposition(headers['content-disposition'] ?? '') || nameFromUrl(url);
