import { expect, it } from 'vitest';
import type { NewJob } from '../db/queries/runs.ts';
import { beginIn, readyJobs } from './firstJobs.ts';

const file = (sequence: number, fileChecksum: string): NewJob => ({
  sequence,
  sourceType: 'file',
  fileChecksum,
  status: 'pending',
});
const address = (sequence: number, sourceUrl: string): NewJob => ({
  sequence,
  sourceType: 'url',
  sourceUrl,
  fileChecksum: null,
  status: 'pending',
});
const sequencesOf = (jobs: NewJob[]) => jobs.map(({ sequence }) => sequence);
const LOAN = { worker: 'w', places: 2, leaseSeconds: 12 };

it('takes as many as may be at work, and of a sheet that is given twice the first', () => {
  const jobs = [
    file(1, 'a'),
    file(2, 'a'),
    address(3, 'https://x'),
    address(4, 'https://x'),
    file(5, 'b'),
    file(6, 'c'),
  ];
  expect(sequencesOf(readyJobs(jobs, 3))).toEqual([1, 3, 5]);
  expect(sequencesOf(readyJobs(jobs, 9))).toEqual([1, 3, 5, 6]);
});

it('leaves out what has failed already, which keeps no other waiting', () => {
  const jobs: NewJob[] = [{ ...file(1, 'a'), status: 'failed' }, file(2, 'a')];
  expect(sequencesOf(readyJobs(jobs, 3))).toEqual([2]);
});

it('begins those for which there are places, and no others', () => {
  const jobs = [file(1, 'a'), address(2, 'https://x'), file(3, 'b')];
  const begun = beginIn(LOAN, jobs, readyJobs(jobs, 3));
  expect(begun.map(({ status, leaseOwner }) => [status, leaseOwner])).toEqual([
    ['processing', 'w'],
    ['downloading', 'w'],
    ['pending', undefined],
  ]);
});
