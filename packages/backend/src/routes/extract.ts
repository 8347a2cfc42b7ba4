import { Hono } from 'hono';
import { clientOf } from '../http/client.ts';
import { textOf } from '../http/fields.ts';
import { rateLimit } from '../http/rateLimit.ts';
import { readUploadForm } from '../http/uploadForm.ts';
import { deprecated, toV1Error } from '../http/v1.ts';
import type { Context } from '../services/context.ts';
import { extractOnce } from '../services/extractOnce.ts';
import { dropFiles } from '../services/fileStorage.ts';
import { receiveFile } from '../services/uploads.ts';

/** v1: one uploaded PDF, answered when it is read. */
export const extractRoutes = (context: Context) => {
  const { config, storage, log } = context;
  return new Hono()
    .use(deprecated)
    .onError(toV1Error(log))
    .post('/', rateLimit(context), async (c) => {
      const form = await readUploadForm(
        c.req.raw,
        {
          fileField: 'pdf',
          maxFiles: 0, // the first one; whatever comes after it is skipped
          maxFileBytes: config.limits.pdfBytes,
          receive: (file) => receiveFile(storage, file),
        },
        (files) =>
          dropFiles(
            context,
            files.map((file) => file.key),
          ),
      );
      const request = {
        swimmers: textOf(form.fields, 'swimmer').slice(0, 1),
        urls: [],
        files: form.files,
        ...clientOf(c, config),
        idempotencyKey: null,
      };
      return c.json({ success: true, ...(await extractOnce(context, request, c.req.raw.signal)) });
    });
};
