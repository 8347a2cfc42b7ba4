/** One mail when a batch is read, where the server sends any. */
import { sentenceOf } from '../model/sentence.ts';
import { askForMail, getFeatures } from '../services/batchClient.ts';

/** False too while the server cannot be asked: what may not work is not offered. */
export const canSendMail = async (): Promise<boolean> => {
  try {
    return (await getFeatures()).email;
  } catch {
    return false;
  }
};

/** Null once the mail is asked for, else a sentence that says why it is not. */
export const requestMail = async (batchId: string, email: string): Promise<string | null> => {
  try {
    await askForMail(batchId, email);
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
};
