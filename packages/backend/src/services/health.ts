import { findSetting } from '../db/queries/settings.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';

/** Rejects when the database does not answer. */
export const checkHealth = async ({ db }: Pick<Context, 'db'>): Promise<void> => {
  await findSetting(db, 'health');
};

/** Throws `BATCH_API_DISABLED` when the operator switched batches off. */
export const checkBatchApi = ({ config }: Pick<Context, 'config'>): void => {
  if (!config.batchApi) throw new AppError('BATCH_API_DISABLED');
};

/** What this server can do besides reading sheets. */
export const featuresOf = ({ email }: Pick<Context, 'email'>) => ({ email: email !== null });
