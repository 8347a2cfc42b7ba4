/** What the provider would refuse in a request: what newer models do not take, and schemas that are not strict. */
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Strict output: every object closed, every key required. */
const looseIn = (schema: unknown, path = 'schema'): string | null => {
  if (Array.isArray(schema))
    return schema.map((one) => looseIn(one, path)).find((found) => found !== null) ?? null;
  if (!isObject(schema)) return null;
  if (schema['type'] === 'object') {
    const keys = Object.keys((schema['properties'] ?? {}) as Json);
    const required = (schema['required'] ?? []) as string[];
    if (schema['additionalProperties'] !== false) return `${path} is open`;
    if (keys.some((key) => !required.includes(key))) return `${path} has a key that may be absent`;
  }
  const inner = Object.entries(schema).map(([key, value]) => looseIn(value, `${path}.${key}`));
  return inner.find((found) => found !== null) ?? null;
};

const formatOf = (path: string, body: Json): unknown => {
  if (path === '/responses') return (body['text'] as Json | undefined)?.['format'];
  return (body['response_format'] as Json | undefined)?.['json_schema'];
};

/** Null for a request that is in order. */
export const problemWith = (path: string, body: Json): string | null => {
  if (!['/responses', '/chat/completions'].includes(path)) return `no route ${path}`;
  if ('temperature' in body) return 'temperature is not supported';
  if (typeof body['model'] !== 'string') return 'no model';
  const format = formatOf(path, body);
  if (!isObject(format) || format['strict'] !== true) return 'no strict schema';
  return looseIn(format['schema']);
};
