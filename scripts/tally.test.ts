import { describe, expect, it } from 'vitest';
import { add, ring, tallyPlaywright, tallyVitest } from './tally.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test, i) => ({ status: test, fullName: `test ${i}` })),
});

describe('the tally of a Vitest report', () => {
  it('counts what passed, failed and was skipped', () => {
    const report = { testResults: [file('failed', 'passed', 'failed'), file('passed', 'skipped')] };
    expect(tallyVitest(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [{ name: 'test 0', reason: 'marked so in its file' }],
    });
  });

  it('keeps the reason that a test gave for being skipped', () => {
    const skipped = { status: 'skipped', fullName: 'a', meta: { reason: 'no server' } };
    const report = { testResults: [{ status: 'passed', assertionResults: [skipped] }] };
    expect(tallyVitest(report).skipped).toEqual([{ name: 'a', reason: 'no server' }]);
  });

  it('counts a file that did not load as a failure', () => {
    expect(tallyVitest({ testResults: [file('failed')] }).failed).toBe(1);
  });

  it('counts a missing report as a failure', () => {
    expect(tallyVitest(null).failed).toBe(1);
  });
});

describe('the tally of a Playwright report', () => {
  it('looks into nested suites, counts flaky as failed and keeps the reason of a skip', () => {
    const test = (status: 'expected' | 'flaky' | 'skipped', description?: string) => ({
      status,
      annotations: description ? [{ type: 'skip', description }] : [],
    });
    const inner = {
      specs: [{ title: 'b', tests: [test('flaky'), test('skipped', 'no browser')] }],
    };
    const report = {
      suites: [{ specs: [{ title: 'a', tests: [test('expected')] }], suites: [inner] }],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [{ name: 'b', reason: 'no browser' }],
    });
  });
});

describe('ring', () => {
  it('counts a bad end that no test explains, once', () => {
    const fine = { passed: 3, failed: 0, skipped: [] };
    expect(ring(true, fine).failed).toBe(0);
    expect(ring(false, fine)).toMatchObject({ passed: 3, failed: 1 });
    expect(ring(false, { ...fine, failed: 2 }).failed).toBe(2);
  });
});

describe('add', () => {
  it('sums two rings', () => {
    const one = { passed: 1, failed: 2, skipped: [{ name: 'x', reason: 'y' }] };
    expect(add(one, one)).toMatchObject({ passed: 2, failed: 4, skipped: { length: 2 } });
  });
});
