/** Results of the first version, whose links go on working. */
import './strictParsing.ts';
import { V1ResultResponse, type ExtractionResult } from '@heatsync/shared';
import { errors } from '../words/common.ts';
import { ClientError, offline, readAnswer } from './http.ts';

/** Throws `ClientError`; `RESULT_NOT_FOUND` where the link is cut short or has expired. */
export const getResult = async (code: string): Promise<ExtractionResult> => {
  const response = await fetch(`/api/result/${encodeURIComponent(code)}`).catch(() => {
    throw offline();
  });
  if (response.status === 404) throw new ClientError('RESULT_NOT_FOUND', errors.notFound);
  return readAnswer(V1ResultResponse, await response.text()).data;
};
