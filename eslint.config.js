import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** One room's import rule: which imports are wrong there, and what to do instead. */
const room = (files, ...bans) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: bans.map(([group, message]) => ({ group, message })) },
    ],
  },
});

const NODE = ['node:*'];
const ENGINE = ['@embedpdf/*'];
const DB = ['**/db/**', 'drizzle-orm', 'drizzle-orm/*', 'postgres'];
const HONO = ['hono', 'hono/*', '@hono/*'];

const rooms = [
  room(
    ['packages/heatsheet/src/**'],
    [ENGINE, 'Only src/pdf knows the PDF engine: take glyphs with coordinates as input.'],
    [NODE, 'The reader runs in browsers too: let bin/ or the caller do this.'],
    [['@heatsync/*'], 'The reader is a library of its own: it imports nothing of ours.'],
  ),
  room(
    ['packages/heatsheet/src/pdf/**'],
    [NODE, 'The engine room runs in browsers too: let the caller pass bytes in.'],
    [['@heatsync/*'], 'The reader is a library of its own: it imports nothing of ours.'],
  ),
  room(
    ['packages/shared/src/**'],
    [NODE, 'shared runs in browsers too: pass the value in.'],
    [
      ['@heatsync/backend*', '@heatsync/webapp*', '@heatsync/sheetgen*'],
      'shared knows only zod and the reader: move what both sides need here.',
    ],
  ),
  room(
    ['packages/backend/src/db/**'],
    [
      ['**/services/**', '**/routes/**', '**/jobs/**'],
      'db holds SQL only: return rows, let a service decide.',
    ],
    [HONO, 'db knows no HTTP: return rows, let a route answer.'],
  ),
  room(
    ['packages/backend/src/services/**'],
    [HONO, 'Services know no HTTP: return values or throw an AppError; a route answers.'],
    [
      ['**/routes/**', '**/http/**', '**/jobs/**'],
      'Services are called by routes and jobs, never the other way.',
    ],
    [
      ['**/db/*', '!**/db/queries', '!**/db/client.ts', 'drizzle-orm', 'drizzle-orm/*', 'postgres'],
      'SQL lives in db/queries: one statement, one function; call that.',
    ],
  ),
  room(
    ['packages/backend/src/jobs/**'],
    [DB, 'A job calls a service; SQL lives in db/queries.'],
    [HONO, 'A job knows no HTTP.'],
    [['**/routes/**', '**/http/**'], 'A job knows no HTTP.'],
  ),
  room(
    ['packages/backend/src/routes/**', 'packages/backend/src/http/**'],
    [DB, 'Routes call a service; SQL lives in db/queries.'],
    [['**/jobs/**'], 'Routes enqueue through a service; the worker runs the job.'],
    [
      ['@embedpdf/*', 'openai', 'resend', 'nodemailer', '@aws-sdk/*'],
      'Routes call a service, which owns the SDK.',
    ],
  ),
  room(
    ['packages/webapp/src/lib/model/**'],
    [
      ['svelte', 'svelte/*', '$app/*'],
      'The model is pure: state in, state out; the store holds it.',
    ],
    [
      ['**/stores/**', '**/services/**', '**/components/**'],
      'The model knows neither store nor network: pass values in.',
    ],
  ),
  room(
    ['packages/webapp/src/lib/services/**', 'packages/webapp/src/lib/stores/**'],
    [['**/components/**'], 'Stores and services know no component: components read the store.'],
  ),
  room(
    ['packages/sheetgen/src/**'],
    [
      ['@heatsync/backend*', '@heatsync/webapp*', '@heatsync/shared*'],
      'sheetgen draws sheets and knows only the reader’s types.',
    ],
  ),
];

export default ts.config(
  {
    ignores: [
      '**/node_modules/**',
      'packages/webapp/build/**',
      '**/.svelte-kit/**',
      'artifacts/**',
      'data/**',
      '.cache/**',
      'packages/backend/drizzle/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'func-style': ['error', 'expression'],
      'prefer-arrow-callback': 'error',
      'no-undef': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['packages/webapp/**'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  ...rooms,
  {
    files: ['packages/backend/src/**'],
    ignores: ['packages/backend/src/index.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'config.ts parses the environment once; take the value from Config.',
        },
      ],
    },
  },
  {
    files: ['packages/heatsheet/src/**', 'packages/shared/src/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'This room runs in browsers too: pass the value in.' },
        { name: 'Buffer', message: 'Use Uint8Array: this room runs in browsers too.' },
        { name: 'document', message: 'This room runs in Node too.' },
        { name: 'window', message: 'This room runs in Node too.' },
      ],
    },
  },
  {
    files: ['packages/webapp/src/lib/components/**', 'packages/webapp/src/routes/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Components read a store; lib/services talks to the server.' },
        {
          name: 'EventSource',
          message: 'Components read a store; lib/services/batchClient follows the stream.',
        },
      ],
    },
  },
);
