/** PDFs named in a script: in JSON with what stands beside them, else wherever an address is quoted. */

export type ScriptAddress = { address: string; name: string };

const MAX_DEPTH = 40;
const NAME_KEYS = ['name', 'title', 'label', 'displayName', 'fileName', 'filename', 'text'];
const ASSIGNED = /^[^{[]*=\s*([{[][\s\S]*)$/;
const QUOTED = /["'`]([^"'`<>\s]{1,2000}?\.pdf(?:\?[^"'`<>\s]{0,2000})?)["'`]/gi;
const IS_PDF = /\.pdf(?:[?#]|$)/i;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const nameIn = (record: Record<string, unknown>): string => {
  const names = NAME_KEYS.map((key) => record[key]);
  return names.find((one): one is string => typeof one === 'string' && !/^https?:/.test(one)) ?? '';
};

const walk = (value: unknown, name: string, depth: number): ScriptAddress[] => {
  if (typeof value === 'string' && IS_PDF.test(value) && !/\s{2}|[<>]/.test(value))
    return [{ address: value, name: value === name ? '' : name }];
  if (!isRecord(value) || depth > MAX_DEPTH) return [];
  const own = Array.isArray(value) ? name : nameIn(value) || name;
  return Object.entries(value)
    .filter(([key]) => Array.isArray(value) || !NAME_KEYS.includes(key))
    .flatMap(([, inner]) => walk(inner, own, depth + 1));
};

/** A script that is JSON, or assigns JSON to something, is walked; any other is searched as text. */
export const addressesInScript = (script: string): ScriptAddress[] => {
  if (!/\.pdf/i.test(script)) return [];
  const json = parse(script) ?? parse(ASSIGNED.exec(script.trim().replace(/;$/, ''))?.[1] ?? '');
  if (json !== undefined) return walk(json, '', 0);
  const plain = script.replaceAll('\\/', '/').replaceAll(/\\u002f/gi, '/');
  return [...plain.matchAll(QUOTED)].map(([, address = '']) => ({ address, name: '' }));
};
