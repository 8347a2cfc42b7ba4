/** The first version's way: one PDF, one name, answered when it is read. Throws `ClientError`. */
import { errors } from '../words/common.ts';
import { ClientError, offline, readAnswer } from './http.ts';
import { isText, isTrue, objectOf, schemaOf } from './shape.ts';

type Read = { success: true; resultUrl: string };
const Extracted = schemaOf(objectOf<Read>({ success: isTrue, resultUrl: isText }));

/** Errors have another shape than those of the other routes. */
const isFailure = objectOf<{ error: string; details: string }>({ error: isText, details: isText });

const answerTo = async (path: string, init: RequestInit): Promise<string> => {
  const response = await fetch(path, { method: 'POST', ...init }).catch(() => {
    throw offline();
  });
  const text = await response.text();
  if (response.ok) return readAnswer(Extracted, text).resultUrl;
  const body: unknown = await new Response(text).json().catch(() => null);
  throw isFailure(body)
    ? new ClientError(body.error, body.details)
    : new ClientError('UNREADABLE', errors.unreadable);
};

/** Resolves to the address of the page with the races. */
export const extractFile = (swimmer: string, pdf: File): Promise<string> => {
  const form = new FormData();
  form.append('swimmer', swimmer);
  form.append('pdf', pdf, pdf.name);
  return answerTo('/api/extract', { body: form });
};

/** The same for a PDF that the server fetches. */
export const extractUrl = (swimmer: string, url: string): Promise<string> =>
  answerTo('/api/extractUrl', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url, swimmer }),
  });
