/** Files that lie at the AI provider. Each is deleted when it is answered; here go those that a kill or a last failed try left behind. */
import { findIdleAiFiles, saveAiFile } from '../../db/queries/aiAnswers.ts';
import type { Context } from '../context.ts';

/** Deletes at the provider what no job waits for: of all PDFs, or of those with these checksums. */
export const forgetAiFiles = async (
  { db, ai }: Pick<Context, 'db' | 'ai'>,
  checksums?: string[],
): Promise<void> => {
  if (ai === null) return;
  for (const { key, id } of await findIdleAiFiles(db, checksums)) {
    await ai.forget(id);
    await saveAiFile(db, key, null);
  }
};
