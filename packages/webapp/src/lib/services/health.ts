/** Whether the server takes several sheets at once; an operator can switch that off. */
import { ClientError, request } from './http.ts';
import { isTrue, objectOf, schemaOf } from './shape.ts';

const Health = schemaOf(objectOf<{ success: true }>({ success: isTrue }));

/** Only the server's own "no" is one: a server out of reach may take them in a minute. */
export const takesBatches = async (): Promise<boolean> => {
  try {
    await request(Health, '/api/batch/health');
    return true;
  } catch (error) {
    return !(error instanceof ClientError && error.code === 'BATCH_API_DISABLED');
  }
};
