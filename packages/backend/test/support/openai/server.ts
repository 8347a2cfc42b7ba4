/**
 * A stand-in for the AI provider: Files, Responses and chat completions in their documented shapes. It counts what is open at a time,
 * fails when told to, and remembers what it was sent.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { problemWith } from './requests.ts';

/** A question as it arrived; `pdf` is the file that it names, `pictures` are the pages shown with it. */
export type Asked = {
  path: string;
  body: Record<string, unknown>;
  instructions: string;
  text: string;
  pdf: Uint8Array | null;
  pictures: Buffer[];
};
/** What the model says, at once or after a while: an object becomes JSON, a failure fails. */
export type Brain = (asked: Asked) => unknown;

type StoredFile = { bytes: Uint8Array; fields: Record<string, string>; deleted: boolean };
export type Failure = (response: ServerResponse, asked: Asked) => unknown;

const USAGE = { input: 1200, output: 80 };

export const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

export const sendError = (
  response: ServerResponse,
  status: number,
  error: { code?: string; message?: string; param?: string },
  headers: Record<string, string> = {},
): void => {
  const { code = null, message = 'no', param = null } = error;
  send(response, status, { error: { type: 'error', code, message, param } }, headers);
};

type Part = { type: string; text?: string; file_id?: string; image_url?: { url: string } };
type Message = { role: string; content: string | Part[] };

const partsOf = (body: Record<string, unknown>): Part[] => {
  const messages = (body['input'] ?? body['messages'] ?? []) as Message[];
  return messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
};

const systemOf = (body: Record<string, unknown>): string => {
  const messages = (body['messages'] ?? []) as Message[];
  return String(body['instructions'] ?? messages.find(({ role }) => role === 'system')?.content);
};

/** A Response or a chat completion around what the model says. */
export const sendAnswer = (
  response: ServerResponse,
  { path }: Asked,
  text: string,
  more: { response?: Record<string, unknown>; refusal?: string; finish?: string } = {},
): void => {
  if (path === '/responses') {
    const content = more.refusal
      ? { type: 'refusal', refusal: more.refusal }
      : { type: 'output_text', text, annotations: [] };
    const usage = {
      ...{ input_tokens: USAGE.input, output_tokens: USAGE.output, total_tokens: 1280 },
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    };
    send(response, 200, {
      ...{ id: 'resp_1', object: 'response', created_at: 1, status: 'completed', error: null },
      ...{ incomplete_details: null, model: 'stand-in', usage },
      output: [
        {
          type: 'message',
          id: 'msg_1',
          status: 'completed',
          role: 'assistant',
          content: [content],
        },
      ],
      ...more.response,
    });
  } else {
    const message = {
      role: 'assistant',
      content: more.refusal ? null : text,
      refusal: more.refusal ?? null,
    };
    send(response, 200, {
      ...{ id: 'chat_1', object: 'chat.completion', created: 1, model: 'stand-in' },
      choices: [{ index: 0, message, finish_reason: more.finish ?? 'stop', logprobs: null }],
      usage: { prompt_tokens: USAGE.input, completion_tokens: USAGE.output, total_tokens: 1280 },
    });
  }
};

export const startOpenAi = async (brain: Brain, { only }: { only?: 'chat' } = {}) => {
  const asked: Asked[] = [];
  const files = new Map<string, StoredFile>();
  const failures: Failure[] = [];
  const state = { open: 0, most: 0, brain };

  const storeFile = async (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
    const file = form.get('file') as File;
    const fields = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    if (fields['purpose'] !== 'user_data' || !(Number(fields['expires_after[seconds]']) >= 3600))
      return sendError(response, 400, { message: 'bad file' });
    const id = `file-${files.size + 1}`;
    files.set(id, { bytes: new Uint8Array(await file.arrayBuffer()), fields, deleted: false });
    const { size: bytes, name: filename } = file;
    const made = { bytes, filename, created_at: 1, expires_at: 3601, status: 'processed' };
    return send(response, 200, { id, object: 'file', purpose: 'user_data', ...made });
  };

  const deleteFile = (response: ServerResponse, id: string) => {
    const file = files.get(id);
    if (!file || file.deleted) return sendError(response, 404, { message: 'No such File' });
    file.deleted = true;
    return send(response, 200, { id, object: 'file', deleted: true });
  };

  const answer = async (path: string, response: ServerResponse, bytes: Buffer) => {
    const body = JSON.parse(bytes.toString()) as Record<string, unknown>;
    const problem = problemWith(path, body);
    if (problem)
      return sendError(response, 400, { message: problem, code: 'invalid_request_error' });
    const parts = partsOf(body);
    const id = parts.find(({ file_id }) => file_id)?.file_id;
    const file = id === undefined ? null : files.get(id);
    if (file === undefined || file?.deleted)
      return sendError(response, 404, { message: `No such File object: ${id}`, param: 'file_id' });
    const question: Asked = {
      ...{ path, body, instructions: systemOf(body), pdf: file?.bytes ?? null },
      text: parts.map(({ text }) => text ?? '').join(''),
      pictures: parts.flatMap(({ image_url }) =>
        image_url ? [Buffer.from(image_url.url.split(',')[1] ?? '', 'base64')] : [],
      ),
    };
    asked.push(question);
    const failure = failures.shift();
    if (failure) return failure(response, question);
    const said = await state.brain(question);
    if (typeof said === 'function') return (said as Failure)(response, question);
    return sendAnswer(response, question, typeof said === 'string' ? said : JSON.stringify(said));
  };

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').replace('/v1', '');
    const bytes = await buffer(request);
    if (only === 'chat' && path !== '/chat/completions')
      return sendError(response, 404, { message: 'no such route' });
    if (path === '/models') return send(response, 200, { object: 'list', data: [] });
    if (path === '/files') return storeFile(request, response, bytes);
    if (path.startsWith('/files/')) return deleteFile(response, path.slice('/files/'.length));
    return answer(path, response, bytes);
  };

  const server = createServer((request, response) => {
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    response.once('close', () => (state.open -= 1));
    route(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ asked, files, failures, state },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
export type OpenAiStandIn = Awaited<ReturnType<typeof startOpenAi>>;
