import { expect, it } from 'vitest';
import { createClaimer } from './claimer.ts';

const setUp = (jobs: (string | null)[]) => {
  const state = { now: 0, asked: 0, open: 0, most: 0 };
  const ask = async () => {
    state.asked += 1;
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    await Promise.resolve();
    state.open -= 1;
    return jobs.shift() ?? null;
  };
  return { state, claimer: createClaimer(ask, () => state.now) };
};

it('asks one at a time, and no more once there is nothing', async () => {
  const { state, claimer } = setUp(['a', 'b']);
  const claims = await Promise.all([0, 0, 0, 0, 0].map((ticket) => claimer.claim(ticket)));
  expect(claims).toEqual(['a', 'b', null, null, null]);
  expect(state).toMatchObject({ asked: 3, most: 1 });
});

it('asks again after a change, also one that came while it asked', async () => {
  const { state, claimer } = setUp([]);
  const asking = claimer.claim(0);
  await Promise.resolve();
  state.now = 1;
  expect(await asking).toBe(null);
  expect(await claimer.claim(1)).toBe(null);
  expect(state.asked).toBe(2);
  expect(await claimer.claim(1)).toBe(null);
  expect(state.asked).toBe(2);
});

it('goes on after a failure, and asks again', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve('a')];
  const claimer = createClaimer(
    () => answers.shift() ?? Promise.resolve(null),
    () => 0,
  );
  await expect(claimer.claim(0)).rejects.toThrow('away');
  expect(await claimer.claim(0)).toBe('a');
});
