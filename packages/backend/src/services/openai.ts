/** The AI model. Only this file knows the SDK, which is loaded when the first question is asked: a program without a key never does. */
import type OpenAI from 'openai';
import { z } from 'zod';
import { AiError, type AiUsage } from './ai/problems.ts';
import { toAiError } from './ai/sdkErrors.ts';

export type OpenAiSettings = { apiKey: string; baseUrl: string; timeoutMs: number };

/** The pages that are shown: as one PDF where the server takes files, else as pictures. */
export type ShownSheet = {
  pdf(): Promise<Uint8Array<ArrayBuffer>>;
  pictures(): Promise<Uint8Array[]>;
  /** The file as an earlier request left it at the provider. */
  findFile(): Promise<string | null>;
  /** Told where the file lies; null: nowhere any more. */
  noteFile(file: { id: string; expiresAt: Date } | null): Promise<void>;
};

export type Question = {
  model: string;
  instructions: string;
  text: string;
  sheet: ShownSheet | null;
  schema: { name: string; of: z.ZodType };
};

export type Reply = AiUsage & { text: string };

export type OpenAi = {
  /** Asks once, without retries. Throws `AiError`, or the signal's reason. */
  ask(question: Question, signal: AbortSignal): Promise<Reply>;
  /** Deletes a file at the provider, as far as it answers in time: else it expires. */
  forget(fileId: string): Promise<void>;
  /** Null when the server takes our key, else what is wrong, for the operator. Sends nothing else and costs nothing. */
  check(): Promise<string | null>;
};

/** The least that the Files API allows. */
const FILE_SECONDS = 3600;
/** A list of races is short; a model that goes on for ever is stopped. */
const MAX_OUTPUT_TOKENS = 16_000;
const DELETE_MS = 3000;

const jsonOf = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  return json;
};
const strictSchema = ({ schema: { name, of } }: Question) => ({
  name,
  strict: true,
  schema: jsonOf(of),
});

type Client = OpenAI;
type ToFile = typeof OpenAI.toFile;

const upload = async (client: Client, toFile: ToFile, sheet: ShownSheet, signal: AbortSignal) => {
  const file = await toFile(await sheet.pdf(), 'sheet.pdf', { type: 'application/pdf' });
  const { id } = await client.files.create(
    { file, purpose: 'user_data', expires_after: { anchor: 'created_at', seconds: FILE_SECONDS } },
    { signal },
  );
  await sheet.noteFile({ id, expiresAt: new Date(Date.now() + FILE_SECONDS * 1000) });
  return id;
};

const readResponse = (response: OpenAI.Responses.Response): Reply => {
  const { input_tokens: inputTokens = 0, output_tokens: outputTokens = 0 } = response.usage ?? {};
  const usage = { inputTokens, outputTokens };
  const parts = (response.output ?? []).flatMap((item) =>
    item.type === 'message' ? item.content : [],
  );
  const reason = response.incomplete_details?.reason;
  if (reason === 'content_filter' || parts.some(({ type }) => type === 'refusal'))
    throw new AiError('refused', { usage });
  if (response.status === 'incomplete') throw new AiError('truncated', { usage });
  if (response.status === 'failed') throw new AiError('server', { usage });
  const text = parts.map((part) => (part.type === 'output_text' ? part.text : '')).join('');
  if (text === '') throw new AiError('bad_answer', { usage });
  return { text, ...usage };
};

const respond = async (
  client: Client,
  question: Question,
  fileId: string | null,
  signal: AbortSignal,
): Promise<Reply> => {
  const { model, instructions, text } = question;
  const file = fileId === null ? [] : [{ type: 'input_file' as const, file_id: fileId }];
  const response = await client.responses.create(
    {
      ...{ model, instructions, max_output_tokens: MAX_OUTPUT_TOKENS, store: false },
      input: [{ role: 'user', content: [...file, { type: 'input_text', text }] }],
      text: { format: { type: 'json_schema', ...strictSchema(question) } },
    },
    { signal },
  );
  return readResponse(response);
};

const readCompletion = (completion: OpenAI.ChatCompletion): Reply => {
  const usage = {
    inputTokens: completion.usage?.prompt_tokens ?? 0,
    outputTokens: completion.usage?.completion_tokens ?? 0,
  };
  const [choice] = completion.choices ?? [];
  if (choice?.message.refusal || choice?.finish_reason === 'content_filter')
    throw new AiError('refused', { usage });
  if (choice?.finish_reason === 'length') throw new AiError('truncated', { usage });
  const text = choice?.message.content;
  if (!text) throw new AiError('bad_answer', { usage });
  return { text, ...usage };
};

const chat = async (client: Client, question: Question, signal: AbortSignal): Promise<Reply> => {
  const { model, instructions, text } = question;
  const pictures = (await question.sheet?.pictures()) ?? [];
  const shown = pictures.map((png) => ({
    type: 'image_url' as const,
    image_url: { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}` },
  }));
  const completion = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: [{ type: 'text', text }, ...shown] },
      ],
      response_format: { type: 'json_schema', json_schema: strictSchema(question) },
    },
    { signal },
  );
  return readCompletion(completion);
};

/** After these the same file is asked about again: then it stays, and upkeep deletes it if nobody comes. */
const COMES_BACK = ['rate_limited', 'server', 'timeout', 'bad_answer'];
const staysFor = (failure: unknown): boolean =>
  failure instanceof AiError && COMES_BACK.includes(failure.problem);

/** `caller`: nobody wants the answer any more; `signal`: that, or it is too late. */
type Signals = { caller: AbortSignal; signal: AbortSignal };

export const createOpenAi = ({ apiKey, baseUrl, timeoutMs }: OpenAiSettings): OpenAi => {
  let onlyChat = false;
  const load = async () => {
    const sdk = await import('openai');
    const client = new sdk.OpenAI({
      ...{ apiKey, baseURL: baseUrl, timeout: timeoutMs, logLevel: 'off' },
      // The queue retries; what else the SDK would take from the environment is not ours.
      ...{ maxRetries: 0, organization: null, project: null },
    });
    return { sdk, client };
  };
  let loading: ReturnType<typeof load> | null = null;

  const forget = async (id: string): Promise<void> => {
    const { client } = await (loading ??= load());
    const signal = AbortSignal.timeout(DELETE_MS);
    await client.files.delete(id, { signal }).catch(() => undefined);
  };
  const remove = async (sheet: ShownSheet, id: string): Promise<void> => {
    await forget(id);
    await sheet.noteFile(null);
  };

  const askWithFile = async (
    { client, sdk }: Awaited<ReturnType<typeof load>>,
    question: Question,
    { caller, signal }: Signals,
  ): Promise<Reply> => {
    const { sheet } = question;
    if (!sheet) return respond(client, question, null, signal);
    const known = await sheet.findFile();
    const id = known ?? (await upload(client, sdk.toFile, sheet, signal));
    try {
      const reply = await respond(client, question, id, signal);
      await remove(sheet, id);
      return reply;
    } catch (error) {
      const failure = toAiError(sdk, error);
      if (caller.aborted || !staysFor(failure)) await remove(sheet, id);
      if (known === null || failure !== 'no_file') throw error;
      return askWithFile({ client, sdk }, question, { caller, signal });
    }
  };

  return {
    forget,
    check: async () => {
      const { client, sdk } = await (loading ??= load());
      try {
        await client.models.list();
        return null;
      } catch (error) {
        const failure = toAiError(sdk, error);
        // A server without that list is there, and has not refused the key.
        return failure instanceof AiError ? failure.message : null;
      }
    },
    ask: async (question, caller) => {
      const loaded = await (loading ??= load());
      const late = AbortSignal.timeout(timeoutMs);
      const signal = AbortSignal.any([caller, late]);
      try {
        if (onlyChat) return await chat(loaded.client, question, signal);
        return await askWithFile(loaded, question, { caller, signal }).catch((error: unknown) => {
          if (toAiError(loaded.sdk, error) !== 'no_route') throw error;
          onlyChat = true;
          return chat(loaded.client, question, signal);
        });
      } catch (error) {
        caller.throwIfAborted();
        if (late.aborted) throw new AiError('timeout');
        const told = toAiError(loaded.sdk, error);
        throw told instanceof AiError ? told : new AiError('unusable', { detail: told });
      }
    },
  };
};
