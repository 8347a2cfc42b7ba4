/** One request to the server: the answer parsed with its schema, or an error in the server's own sentence. */
import type { ErrorResponse } from '@heatsync/shared';
import { errors } from '../words/common.ts';
import { isText, objectOf, optional, type Schema } from './shape.ts';

/** What went wrong; `message` is for the person, `code` is the server's, or `OFFLINE` or `UNREADABLE`. */
export class ClientError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const offline = (): ClientError => new ClientError('OFFLINE', errors.offline);

export const unreadable = (): ClientError => new ClientError('UNREADABLE', errors.unreadable);

const sentence = ({ message, hint }: Omit<ErrorResponse, 'success'>): string =>
  hint ? `${message} ${hint}` : message;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isFailure = objectOf<Omit<ErrorResponse, 'success'>>({
  error: isText,
  message: isText,
  hint: optional(isText),
});

/** The parsed body; throws `ClientError` for the server's errors and for what no schema knows. */
export const readAnswer = <T>(schema: Schema<T>, text: string): T => {
  const body = parseJson(text);
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  throw isFailure(body) ? new ClientError(body.error, sentence(body)) : unreadable();
};

let seenAt: string | null = null;

/** When the last answer was seen, if the service worker gave it for want of a connection; null if the server did. */
export const lastSeenAt = (): string | null => seenAt;

/** Asks the server; throws `ClientError`. */
export const request = async <T>(
  schema: Schema<T>,
  path: string,
  init: RequestInit = {},
): Promise<T> => {
  const text = await fetch(path, init)
    .then((response) => {
      seenAt = response.headers.get('x-seen-at');
      return response.text();
    })
    .catch(() => {
      throw offline();
    });
  return readAnswer(schema, text);
};
