/** Asks for one loop at a time: where one has found nothing, the others need not ask before something changes. */
export type Claimer<Job> = {
  /** The next job, or null; `ticket` is when the loop last looked whether anything had changed. */
  claim(ticket: number): Promise<Job | null>;
};

/** `ask` asks the database; `now` is the number of the latest change. */
export const createClaimer = <Job>(
  ask: () => Promise<Job | null>,
  now: () => number,
): Claimer<Job> => {
  let turn: Promise<unknown> = Promise.resolve();
  let emptyAt = -1;
  const askInTurn = async (ticket: number): Promise<Job | null> => {
    if (ticket <= emptyAt) return null;
    const before = now();
    const job = await ask();
    if (!job) emptyAt = before;
    return job;
  };
  return {
    claim: (ticket) => {
      const mine = turn.then(() => askInTurn(ticket));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
};
