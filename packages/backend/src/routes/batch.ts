import { etag } from 'hono/etag';
import { Hono, type Context as HttpContext } from 'hono';
import { AnswersRequest, attachment, CalendarQuery, NotifyRequest } from '@heatsync/shared';
import { AppError } from '../errors.ts';
import { jsonLimit, readJson } from '../http/body.ts';
import { addressOf, clientOf } from '../http/client.ts';
import { hasTag } from '../http/etag.ts';
import { EVENT_STREAM_HEADERS, eventStream } from '../http/eventStream.ts';
import { textOf, urlsOf } from '../http/fields.ts';
import { rateLimit } from '../http/rateLimit.ts';
import { readUploadForm } from '../http/uploadForm.ts';
import { cancelBatch, getBatch, getBatchTag, tagOf } from '../services/batches.ts';
import { getCalendar } from '../services/calendar.ts';
import type { Context } from '../services/context.ts';
import { createBatch } from '../services/createBatch.ts';
import { openingOf, type Broadcast } from '../services/eventBroadcast.ts';
import { dropFiles } from '../services/fileStorage.ts';
import { checkBatchApi, featuresOf } from '../services/health.ts';
import { changeAnswers, deleteNow } from '../services/manage.ts';
import { askForMail } from '../services/notify.ts';
import { getResults } from '../services/results.ts';
import { retryJobs } from '../services/retry.ts';
import { receiveFile } from '../services/uploads.ts';

const manageToken = (c: HttpContext): string | null => c.req.header('X-Manage-Token') ?? null;

/** The v2 API of batches. */
export const batchRoutes = (context: Context, broadcast: Broadcast) => {
  const { config, storage } = context;
  return new Hono()
    .use(async (_c, next) => {
      checkBatchApi(context);
      await next();
    })
    .get('/health', (c) => c.json({ success: true, status: 'ok', features: featuresOf(context) }))
    .post('/extract', rateLimit(context), async (c) => {
      const form = await readUploadForm(
        c.req.raw,
        {
          fileField: 'pdfs',
          maxFiles: config.limits.pdfsPerBatch,
          maxFileBytes: config.limits.pdfBytes,
          receive: (file) => receiveFile(storage, file),
        },
        (files) =>
          dropFiles(
            context,
            files.map((file) => file.key),
          ),
      );
      const created = await createBatch(context, {
        swimmers: textOf(form.fields, 'swimmer'),
        urls: urlsOf(textOf(form.fields, 'urls')),
        files: form.files,
        ...clientOf(c, config),
        idempotencyKey: c.req.header('Idempotency-Key') ?? null,
      });
      const streamUrl = `/api/batch/${created.batchId}/stream`;
      return c.json({ success: true, ...created, streamUrl }, 201);
    })
    .get('/:id', async (c) => {
      const id = c.req.param('id');
      const known = c.req.header('If-None-Match') !== undefined;
      if (known && hasTag(c, await getBatchTag(context, id))) return c.body(null, 304);
      const state = await getBatch(context, id);
      c.header('ETag', tagOf(state.batch));
      return c.json({ success: true, ...state });
    })
    .get('/:id/results', etag(), async (c) => c.json(await getResults(context, c.req.param('id'))))
    .get('/:id/stream', async (c) => {
      const id = c.req.param('id');
      const seen = c.req.header('Last-Event-ID') ?? c.req.query('lastEventId') ?? '';
      const opening = await openingOf(context, id, /^\d{1,9}$/.test(seen) ? Number(seen) : null);
      if (opening.ended && opening.text === '') return c.body(null, 204);
      return c.body(eventStream(broadcast, id, opening), 200, EVENT_STREAM_HEADERS);
    })
    .get('/:id/calendar.ics', async (c) => {
      const query = CalendarQuery.safeParse(c.req.query());
      if (!query.success) throw new AppError('INVALID_REQUEST');
      const { text, filename } = await getCalendar(context, c.req.param('id'), query.data);
      return c.body(text, 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': attachment(filename),
      });
    })
    .post('/:id/cancel', async (c) =>
      c.json({ success: true, batch: await cancelBatch(context, c.req.param('id')) }),
    )
    .post('/:id/retry', async (c) =>
      c.json({ success: true, batch: await retryJobs(context, c.req.param('id')) }),
    )
    .post('/:id/jobs/:jobId/retry', async (c) => {
      const { id, jobId } = c.req.param();
      return c.json({ success: true, batch: await retryJobs(context, id, jobId) });
    })
    .post('/:id/notify', rateLimit(context), jsonLimit, async (c) => {
      const { email: typed } = await readJson(c, NotifyRequest);
      const visitor = addressOf(c, config);
      const batch = await askForMail(context, c.req.param('id'), { typed, visitor });
      return c.json({ success: true, batch });
    })
    .patch('/:id', jsonLimit, async (c) => {
      const answers = await readJson(c, AnswersRequest);
      const batch = await changeAnswers(context, c.req.param('id'), manageToken(c), answers);
      return c.json({ success: true, batch });
    })
    .delete('/:id', async (c) => {
      await deleteNow(context, c.req.param('id'), manageToken(c));
      return c.json({ success: true });
    });
};
