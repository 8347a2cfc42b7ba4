/** A mail server on this machine; what arrives lies in a folder, where the tests look for it. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startSmtp } from '../packages/backend/test/support/smtp.ts';

export type Letter = { subject: string; text: string; html: string; stop: string };

const fileOf = (folder: string, address: string): string => join(folder, `${address}.json`);

/** `env` is what the program needs to send by it. */
export const startPostOffice = (folder: string) =>
  startSmtp({}, async ({ to, subject = '', text = '', html, headers }) => {
    const address = (Array.isArray(to) ? to[0] : to)?.value[0]?.address ?? '';
    const list = headers.get('list') as { unsubscribe?: { url: string } } | undefined;
    const letter: Letter = { subject, text, html: html || '', stop: list?.unsubscribe?.url ?? '' };
    await writeFile(fileOf(folder, address), JSON.stringify(letter));
  });

/** The letter to this address, once it has arrived. */
export const letterTo = async (address: string): Promise<Letter> => {
  const file = fileOf(process.env['MAIL_FOLDER'] ?? '', address);
  await expect.poll(() => existsSync(file)).toBe(true);
  return JSON.parse(await readFile(file, 'utf8')) as Letter;
};
