/** A result of the first version: asked for once. */
import type { ExtractionResult } from '@heatsync/shared';
import { sentenceOf } from '../model/sentence.ts';
import { ClientError } from '../services/http.ts';
import { getResult } from '../services/resultClient.ts';

export type OldResult = { result: ExtractionResult } | { problem: string; isMissing: boolean };

export const loadResult = async (code: string): Promise<OldResult> => {
  try {
    return { result: await getResult(code) };
  } catch (error) {
    const isMissing = error instanceof ClientError && error.code === 'RESULT_NOT_FOUND';
    return { problem: sentenceOf(error), isMissing };
  }
};
