import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import type { z } from 'zod';
import { AppError } from '../errors.ts';

const MAX_JSON_BYTES = 64 * 1024;

/** For routes that take JSON. */
export const jsonLimit = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw new AppError('INVALID_REQUEST');
  },
});

/** The JSON body as the schema has it. Throws `INVALID_REQUEST`. */
export const readJson = async <T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> => {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('INVALID_REQUEST', {}, { cause: parsed.error });
  return parsed.data;
};
