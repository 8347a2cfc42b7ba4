/**
 * The container image and the compose file, as far as they can be tried without a container engine: every stage of the
 * Dockerfile is run in a folder of its own, the result started as an ordinary user, and compose.yaml held against the schema.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { freePort, startCutter } from '../packages/backend/test/support/net.ts';
import { root } from '../scripts/steps.ts';
import { composeFaults } from './compose.ts';
import { readDockerfile, type Instruction, type Stage } from './dockerfile.ts';

const run = promisify(execFile);
const NOBODY = '65534';
const START_MS = 60_000;
const NODE = dirname(process.execPath);

/** A stage is a folder that stands for the image's root. */
type Built = { folder: string; work: string; env: Record<string, string>; command: string[] };

const environment = ({ env }: Built, more: Record<string, string> = {}) => ({
  PATH: `${NODE}:/usr/bin:/bin`,
  HOME: tmpdir(),
  ...env,
  ...more,
});

/** What git knows of the project stands for the build context: no data, no node_modules. */
const copy = async (built: Built, stages: Map<string, Built>, words: string[]): Promise<void> => {
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = join(built.folder, built.work, words.pop() ?? '');
  const base = from === undefined ? root : (stages.get(from)?.folder ?? '');
  for (const source of words) {
    const path = join(base, source);
    const into =
      words.length > 1 || target.endsWith('/')
        ? join(target, source.split('/').at(-1) ?? '')
        : target;
    await mkdir(dirname(into), { recursive: true });
    // npm's links between the packages are relative.
    await cp(path, into, {
      recursive: true,
      verbatimSymlinks: true,
      filter: from === undefined ? isContext : () => true,
    });
  }
};

/** As .dockerignore has it. */
const isContext = (path: string): boolean =>
  !/\/(node_modules|build|\.svelte-kit|static\/sample)(\/|$)|\.test\.ts$|packages\/\w+\/test(\/|$)/.test(
    path.slice(root.length - 1),
  );

const follow = async (
  built: Built,
  stages: Map<string, Built>,
  { name, text }: Instruction,
): Promise<void> => {
  if (name === 'WORKDIR') built.work = text;
  if (name === 'ENV')
    for (const [, key = '', value = ''] of text.matchAll(/(\w+)=(\S+)/g)) built.env[key] = value;
  if (name === 'COPY') await copy(built, stages, text.split(/\s+/));
  if (name === 'CMD') built.command = JSON.parse(text) as string[];
  if (name !== 'RUN') return;
  const cwd = join(built.folder, built.work);
  // A build may need what this machine needs to reach the registry.
  const env = { ...process.env, ...environment(built) };
  await run('/bin/sh', ['-c', text], { cwd, env, maxBuffer: 1e8 }).catch(
    (error: { stderr: string }) => {
      throw new Error(`RUN ${text}: ${error.stderr.slice(0, 2_000)}`, { cause: error.stderr });
    },
  );
};

const build = async (folder: string, stage: Stage, stages: Map<string, Built>): Promise<Built> => {
  const parent = stages.get(stage.from);
  const built: Built = { folder, work: parent?.work ?? '/', env: { ...parent?.env }, command: [] };
  await mkdir(join(folder, built.work), { recursive: true });
  if (parent) await cp(parent.folder, folder, { recursive: true, verbatimSymlinks: true });
  for (const instruction of stage.instructions) await follow(built, stages, instruction);
  return built;
};

const sizeMb = async (folder: string): Promise<number> =>
  Number.parseInt((await run('du', ['-sm', folder])).stdout, 10);

/** Started as the image starts it, by a user who owns none of it; healthy as its own check says. */
const tryOut = async (built: Built, health: string[], databaseUrl: string): Promise<string[]> => {
  const cwd = join(built.folder, built.work);
  const port = String(await freePort());
  const data = await mkdtemp(join(tmpdir(), 'hs-image-data-'));
  await chmod(data, 0o777);
  const env = environment(built, {
    PORT: port,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(data, 'x'),
  });
  const asNobody = process.getuid?.() === 0 ? { uid: Number(NOBODY), gid: Number(NOBODY) } : {};
  const [command = '', ...args] = built.command;
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...asNobody,
  });
  const ended = once(child, 'exit');
  const ask = () =>
    run(health[0] ?? '', health.slice(1), { cwd, env }).then(
      () => true,
      () => false,
    );
  const faults: string[] = [];
  for (const end = Date.now() + START_MS; !(await ask()); await sleep(200))
    if (Date.now() > end || child.exitCode !== null) {
      faults.push('the program in the image is not healthy');
      break;
    }
  const page = await fetch(`http://127.0.0.1:${port}/`).then(
    (answer) => answer.text(),
    () => '',
  );
  if (!page.includes('<html')) faults.push('the image serves no page');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  if (code !== 0) faults.push(`the program in the image ended with ${code}`);
  await rm(data, { recursive: true, force: true });
  return faults;
};

const buildAll = async (home: string, stages: Stage[]): Promise<Built> => {
  const done = new Map<string, Built>();
  let last: Built | undefined;
  for (const [index, stage] of stages.entries()) {
    last = await build(join(home, String(index)), stage, done);
    done.set(stage.name, last);
    console.log(`image: stage ${stage.name || 'last'}: ${await sizeMb(last.folder)} MB`);
  }
  if (!last) throw new Error('the Dockerfile has no stage');
  return last;
};

/** What is wrong with image and compose file, a line each. */
export const soakImage = async (): Promise<string[]> => {
  const home = await mkdtemp(join(tmpdir(), 'hs-image-'));
  await chmod(home, 0o755);
  const stages = readDockerfile(await readFile(join(root, 'Dockerfile'), 'utf8'));
  const last = stages.at(-1)?.instructions ?? [];
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'data') });
  const { searchParams, username, pathname } = new URL(postgres.url);
  const door = await startCutter(`${searchParams.get('host')}/.s.PGSQL.5432`);
  try {
    const built = await buildAll(home, stages);
    const health = /CMD (\[.*\])/.exec(last.find(({ name }) => name === 'HEALTHCHECK')?.text ?? '');
    const url = `postgres://${username}@127.0.0.1:${door.port}${pathname}`;
    return [
      ...(await composeFaults(home)),
      ...(last.some(({ name }) => name === 'USER') ? [] : ['the image runs as root']),
      ...(await tryOut(built, JSON.parse(health?.[1] ?? '[]') as string[], url)),
    ];
  } finally {
    await door.close();
    await postgres.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
};
