/** The server's process: started, waited for, retried while its predecessor still ends, stopped. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../startError.ts';
import type { Account } from './account.ts';

const START_MS = 60_000;
const STOP_MS = 5_000;
/** A server whose program was just killed needs a moment to be gone. */
const IN_USE_TRIES = 8;
const IN_USE_PAUSE_MS = 300;

const READY = 'ready to accept connections';
/** Its own lock file, or backends of a killed server that are not gone yet. */
const IN_USE = /lock file "postmaster.pid" already exists|shared memory block .* still in use/;

export type ServerPlace = {
  account: Account;
  bin: string;
  folder: string;
  socket: string;
  meanwhile: () => void;
};
type Server = ReturnType<typeof spawnServer>;

const spawnServer = ({ account, bin, folder, socket }: ServerPlace) => {
  const settings = [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${socket}`,
    'max_connections=200',
  ];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const [command, args] = account.wrap(join(bin, 'postgres'), ['-D', folder, ...options]);
  // A process group of its own, else Ctrl-C would reach the database before the program has drained.
  return spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
};

/** Waits for the server's own word: null when it takes connections, else what it said before it ended. */
const untilReady = (server: Server, stop: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    let output = '';
    const quit = () => server.kill('SIGQUIT');
    const settle = (answer: string | null) => {
      clearTimeout(deadline);
      stop.removeEventListener('abort', quit);
      server.stderr.off('data', onText).resume();
      resolve(answer);
    };
    const onText = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(READY)) settle(null);
    };
    const deadline = setTimeout(quit, START_MS);
    stop.addEventListener('abort', quit);
    server.stderr.on('data', onText);
    server.once('error', (error) => settle(error.message));
    server.once('close', () => settle(output));
  });

const failure = (folder: string, output: string): StartError => {
  if (IN_USE.test(output))
    return new StartError(
      `The data directory is in use by another HeatSync: ${folder}. Stop that one or choose another DATA_DIR.`,
    );
  const reason = /FATAL:\s+(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new StartError(`The database did not start: ${reason || 'it said nothing'}`);
};

/** A program that leaves at once takes its server and the socket along. */
const endWithUs = (server: Server, socket: string): void => {
  const quit = () => {
    server.kill('SIGQUIT');
    rmSync(socket, { recursive: true, force: true });
  };
  process.once('exit', quit);
  server.once('exit', () => process.off('exit', quit));
};

/** Resolves when the server takes connections. Rejects with `StartError` if it does not start. */
export const launchServer = async (place: ServerPlace, stop: AbortSignal): Promise<Server> => {
  for (let tries = 1; ; tries++) {
    stop.throwIfAborted();
    const server = spawnServer(place);
    endWithUs(server, place.socket);
    const ready = untilReady(server, stop);
    place.meanwhile();
    const output = await ready;
    if (output === null) return server;
    if (tries === IN_USE_TRIES || !IN_USE.test(output)) throw failure(place.folder, output);
    await pause(IN_USE_PAUSE_MS);
  }
};

/** A fast shutdown: open transactions are rolled back, everything committed stays. */
export const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    const deadline = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
    server.once('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
    server.kill('SIGINT');
  });
