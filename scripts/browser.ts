/** Finds a Chromium for the tests, or gets one; says plainly why not if there is none to be had. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installDebian } from './debian.ts';
import { root } from './steps.ts';

export type Browser = { found: true; executablePath: string } | { found: false; reason: string };

const run = promisify(execFile);
const VERSION_LIMIT = 30_000;
/** The one without windows first: it is the same engine and takes about half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** A browser that lies there may still lack a library: only one that tells its version counts. */
const usable = async (path: string | undefined): Promise<string | null> => {
  if (!path || !existsSync(path)) return null;
  return run(path, ['--version'], { timeout: VERSION_LIMIT }).then(
    () => path,
    () => null,
  );
};

const onPath = async (): Promise<string | null> => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of NAMES) {
      const path = await usable(join(folder, name));
      if (path) return path;
    }
  return null;
};

const playwrightsOwn = async (): Promise<string | null> => {
  const { chromium } = await import('@playwright/test');
  return usable(chromium.executablePath());
};

const fromDebian = async (): Promise<string | null> =>
  (await installDebian('chromium-headless-shell', 'fonts-noto-color-emoji'))
    ? usable('/usr/bin/chromium-headless-shell')
    : null;

/** Runs `work` with another folder for temporary files. */
const withTemp = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const before = process.env['TMPDIR'];
  await mkdir(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

/** It unpacks itself where temporary files go; there it would stay. */
const fromNpm = (): Promise<string | null> =>
  withTemp(join(root, '.cache/chromium'), async () => {
    const { default: chromium } = await import('@sparticuz/chromium');
    return usable(await chromium.executablePath());
  }).catch(() => null);

const named = async (): Promise<string | null> => {
  const path = process.env['CHROME_PATH'];
  const found = await usable(path);
  if (path && !found) console.log(`CHROME_PATH names no browser that runs: ${path}. Looking on.`);
  return found;
};

/** In this order: `CHROME_PATH`, the system's, Playwright's own, Debian's package (as root), the one from npm. */
export const findBrowser = async (): Promise<Browser> => {
  for (const find of [named, onPath, playwrightsOwn, fromDebian, fromNpm]) {
    const executablePath = await find();
    if (executablePath) return { found: true, executablePath };
  }
  return { found: false, reason: 'no Chromium found; install one or set CHROME_PATH' };
};
