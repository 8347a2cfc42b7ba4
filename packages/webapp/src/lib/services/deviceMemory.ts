/** What only the creating device knows: the token that manages a batch. A device that keeps nothing still works. */
const keyOf = (batchId: string): string => `heatsync.manage.${batchId}`;

/** Null on every other device. */
export const tokenOf = (batchId: string): string | null => {
  try {
    return localStorage.getItem(keyOf(batchId));
  } catch {
    return null;
  }
};

export const forgetToken = (batchId: string): void => {
  try {
    localStorage.removeItem(keyOf(batchId));
  } catch {
    // There was none to forget.
  }
};

export const rememberToken = (batchId: string, token: string): void => {
  try {
    localStorage.setItem(keyOf(batchId), token);
  } catch {
    // Storage is full or closed (private mode): the link still reads, only deleting is lost.
  }
};
