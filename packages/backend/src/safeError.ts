/** Errors as the log may have them: what others' messages quote is a child's name, a file or an address more often than not. */

const QUERY = 'Failed query:';
const SECRETS: [RegExp, string][] = [
  [/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '"…"'],
  [/[^\s@<]+@[^\s@>]+\.[^\s@>]+/g, '…@…'],
  [/\S*\.pdf\b/gi, '….pdf'],
  [/(https?:\/\/[^\s/]+)\/\S*/g, '$1/…'],
];

/** Without what it quotes, addresses and file names. A query keeps its text, which holds no value, and loses its parameters. */
export const redact = (message: string): string =>
  message.startsWith(QUERY)
    ? (message.split('\nparams:')[0] ?? QUERY)
    : SECRETS.reduce((text, [secret, instead]) => text.replaceAll(secret, instead), message);

const framesOf = (stack = ''): string[] =>
  stack.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));

/** For pino's `err`. */
export const toSafeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    message: redact(error.message),
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && { cause: toSafeError(error.cause) }),
  };
};
