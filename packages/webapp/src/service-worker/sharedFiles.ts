/** PDFs shared from mail or files: kept for the form, which takes them into its queue. */
import { update } from 'idb-keyval';
import { SHARED_KEY } from '../lib/services/sharedKey.ts';

export const takeSharedFiles = async (request: Request): Promise<Response> => {
  const files = (await request.formData()).getAll('pdfs');
  await update<FormDataEntryValue[]>(SHARED_KEY, (before = []) => [...before, ...files]);
  return Response.redirect('/', 303);
};
