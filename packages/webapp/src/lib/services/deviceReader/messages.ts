/** What the page and the reading worker say to each other. Plain data: it crosses threads as it is. */
import type { Picture } from '@heatsync/heatsheet';
import type { ResultsResponse, SwimEvent } from '@heatsync/shared';
import type { Answers, BatchFacts } from '@heatsync/shared/results';
import type { Reading } from '../../model/reading.ts';

/** A sheet that is known to the worker by its key. */
export type KnownSheet = { key: string; sequence: number; filename: string };

export type WorkerTask =
  | { type: 'read'; key: string; file: Blob }
  | { type: 'results'; batch: BatchFacts; sheets: KnownSheet[]; answers: Answers | null }
  | { type: 'picture'; file: Blob; page: number; box: SwimEvent['box']; scale: number };

export type WorkerOutcome = { read: Reading; results: ResultsResponse; picture: Picture };

export type WorkerRequest = { id: number; task: WorkerTask };

export type WorkerAnswer =
  | { id: number; type: 'progress'; page: number; pages: number }
  | { id: number; type: 'done'; outcome: WorkerOutcome[WorkerTask['type']] }
  | { id: number; type: 'failed'; code: string };
