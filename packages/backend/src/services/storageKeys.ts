import { randomBytes } from 'node:crypto';

/** Unguessable, and says nothing of the file. */
export const newStorageKey = (): string => `${randomBytes(24).toString('hex')}.pdf`;

/** Tells uploads from whatever else lies beside them. */
export const isStorageKey = (name: string): boolean => /^[\da-f]{48}\.pdf$/.test(name);
