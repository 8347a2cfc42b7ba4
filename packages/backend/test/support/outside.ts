/** Servers that are not ours: there, or a reason why not. */
import type { TestContext } from 'vitest';

export type Outside<T> = ({ found: true } & T) | { found: false; reason: string };

/** Skips the test, with the reason in the report, where the server is not to be had. */
export const need = <T>(context: TestContext, server: Outside<T>): T => {
  if (server.found) return server;
  Object.assign(context.task.meta, { reason: server.reason });
  return context.skip(server.reason);
};
