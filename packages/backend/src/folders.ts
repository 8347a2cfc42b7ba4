/** Folders that the program makes for itself. */
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { StartError } from './startError.ts';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Level by level: Node's own recursive `mkdir` never ends below /proc. */
const makeFolder = async (path: string): Promise<void> => {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await isFolder(path))) throw error;
  });
};

/** Makes the folder that `variable` names. Rejects with `StartError` if it cannot be made or written. */
export const makeWritableFolder = async (variable: string, path: string): Promise<void> => {
  try {
    await makeFolder(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { errno = 0 } = error as NodeJS.ErrnoException;
    throw new StartError(
      `${variable} cannot be written: ${path} (${getSystemErrorMessage(errno)}).`,
    );
  }
};
