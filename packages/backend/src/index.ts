import { ConfigError, loadConfig } from './config.ts';
import { EmbeddedPostgresError } from './db/embedded/index.ts';
import { createLog } from './log.ts';
import { startServer, type RunningServer } from './server.ts';
import { StartError } from './startError.ts';

const KNOWN = [ConfigError, StartError, EmbeddedPostgresError];

const oneLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  const known = KNOWN.some((type) => error instanceof type);
  return (known ? text : `HeatSync could not start: ${text}`).replaceAll(/\s*\n\s*/g, ' ');
};

/** Under npm one Ctrl-C arrives twice, from the terminal and from npm. */
const SAME_SIGNAL_MS = 500;

/** The first signal ends everything in order, a later one at once. */
const closeOnSignal = ({ close }: RunningServer): void => {
  let first: number | null = null;
  const onSignal = () => {
    const now = performance.now();
    if (first !== null && now - first > SAME_SIGNAL_MS) process.exit(1);
    if (first !== null) return;
    first = now;
    void close().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
};

/**
 * Runs HeatSync until a signal. Prints one line when it is ready; what keeps it from starting is
 * one line on stderr and exit code 1.
 */
export const main = async (env: NodeJS.ProcessEnv): Promise<void> => {
  try {
    const config = loadConfig(env);
    const server = await startServer(config, createLog(config.logLevel));
    closeOnSignal(server);
    process.stdout.write(`HeatSync is ready at ${server.url}\n`);
  } catch (error) {
    process.stderr.write(`${oneLine(error)}\n`);
    process.exit(1);
  }
};

if (import.meta.main) await main(process.env);
