/** Tells whether two files are the same one, whatever they are called. */

const kept = new WeakMap<File, string>();

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hex; null where the browser computes none (on plain http) or the file is gone. */
const checksum = async (file: File): Promise<string | null> => {
  try {
    return hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  } catch {
    return null;
  }
};

/** Computes what `fileKey` tells of a file. */
export const learnKey = async (file: File): Promise<void> => {
  const sum = kept.has(file) ? null : await checksum(file);
  if (sum !== null) kept.set(file, sum);
};

/** The same for the same content once `learnKey` has seen it; null before, and where it cannot be computed. */
export const fileKey = (file: File): string | null => kept.get(file) ?? null;
