import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Id of the request that is being answered, or whose job is at work; null outside of both. */
export const currentRequest = (): string | null => scope.getStore() ?? null;

/** Runs `work` as part of that request: whatever it logs bears the id. */
export const withRequest = <T>(id: string | null, work: () => T): T =>
  id === null ? work() : scope.run(id, work);
