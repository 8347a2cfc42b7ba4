import type { Context } from 'hono';

/** Whether the browser says that it has `tag`, perhaps among others; a proxy that packs answers makes tags weak. */
export const hasTag = (c: Context, tag: string): boolean =>
  (c.req.header('If-None-Match') ?? '')
    .split(',')
    .some((known) => known.trim().replace(/^W\//, '') === tag);
