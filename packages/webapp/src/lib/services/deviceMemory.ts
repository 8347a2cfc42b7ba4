/** What only the creating device knows: the token that manages a batch. A device that keeps nothing still works. */
const keyOf = (batchId: string): string => `heatsync.manage.${batchId}`;

export const rememberToken = (batchId: string, token: string): void => {
  try {
    localStorage.setItem(keyOf(batchId), token);
  } catch {
    // Storage is full or closed (private mode): the link still reads, only deleting is lost.
  }
};
