/** A thread that reads PDFs with the bare engine, one after the other. */
import { parentPort } from 'node:worker_threads';
import { loadBareEngine, readBare } from './bareEngine.ts';

const engine = await loadBareEngine();
parentPort?.on('message', (pdf: Uint8Array) => parentPort?.postMessage(readBare(engine, pdf)));
parentPort?.postMessage('ready');
