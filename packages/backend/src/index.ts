import './fastImports.ts';
import { once } from 'node:events';
import { ConfigError, loadConfig, type Config } from './config.ts';
import { createLog } from './log.ts';
import { startServer, type StartOptions } from './server.ts';
import { StartError } from './startError.ts';

const KNOWN = [ConfigError, StartError];

const oneLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  const known = KNOWN.some((type) => error instanceof type);
  return (known ? text : `HeatSync could not start: ${text}`).replaceAll(/\s*\n\s*/g, ' ');
};

/** Under npm one Ctrl-C arrives twice, from the terminal and, a little later on a busy machine, from npm. */
const SAME_SIGNAL_MS = 3_000;

/** The first signal ends everything in order, also in the middle of the start; a later one at once. */
const stopOnSignal = (): AbortSignal => {
  const stop = new AbortController();
  let first = Infinity;
  const onSignal = () => {
    const now = performance.now();
    if (now - first > SAME_SIGNAL_MS) process.exit(1);
    first = Math.min(first, now);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stop.signal;
};

type Caller = {
  buildPage?: StartOptions['buildPage'];
  /** Told when all stands, just before the line that says so. */
  onReady?(config: Config): void;
};

/**
 * Runs HeatSync until a signal. Prints one line when it is ready; what keeps it from starting is
 * one line on stderr and exit code 1.
 */
export const main = async (
  env: NodeJS.ProcessEnv,
  { buildPage = async () => undefined, onReady }: Caller = {},
): Promise<void> => {
  const stop = stopOnSignal();
  try {
    const config = loadConfig(env);
    const server = await startServer(config, createLog(config.logLevel), { stop, buildPage });
    onReady?.(config);
    process.stdout.write(`HeatSync is ready at ${server.url}\n`);
    if (!stop.aborted) await once(stop, 'abort');
    await server.close();
  } catch (error) {
    if (!stop.aborted) {
      process.stderr.write(`${oneLine(error)}\n`);
      process.exit(1);
    }
  }
  process.exit(0);
};

if (import.meta.main) await main(process.env);
