/** Workers killed at every step of a mail, each taking over from the one before. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../src/db/connect.ts';
import type { MailProvider, Step } from './mailProviders.ts';
import { startProgram, type Program } from './processes.ts';

const LOOK_MS = 20;

export const startMailTrial = async (provider: MailProvider, url: string, folder: string) => {
  /** How many workers were killed where another copy may follow, by batch. */
  const repeats = new Map<string, number>();
  const sql = connect(url, 4);
  const start = () =>
    startProgram({
      ROLE: 'worker',
      DATABASE_URL: url,
      DATA_DIR: folder,
      WORKER_THREADS: '1',
      LOG_LEVEL: 'fatal',
      BASE_URL: 'https://swim.example',
      ...provider.env,
    });

  const until = async (look: () => PromiseLike<readonly object[]>): Promise<readonly object[]> => {
    for (;;) {
      const rows = await look();
      if (rows.length > 0) return rows;
      await sleep(LOOK_MS);
    }
  };
  /** Holds a lock from when the answer comes until it is called. */
  const hold = async (statement: string): Promise<() => Promise<void>> => {
    const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = sql.begin(async (tx) => {
      await tx.unsafe(statement);
      held.resolve();
      await release.promise;
    });
    await Promise.race([held.promise, holding]);
    return async () => {
      release.resolve();
      await holding;
    };
  };
  /** Statements of the killed worker that wait for a lock would still be done once they get it. */
  const endWaiting = () => sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  const isWaiting = () => sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query ilike 'update "processing_batches"%'`;

  const whenClaimed = async (id: string): Promise<void> => {
    const release = await hold('lock table batch_answers in access exclusive mode');
    const program = await start();
    await until(
      () => sql`select 1 from processing_batches
      where id = ${id} and notification_lease_until > now()`,
    );
    await program.end('SIGKILL');
    await endWaiting();
    await release();
  };
  const atRequest = async (moment: 'arrived' | 'accepted'): Promise<void> => {
    const killed = Promise.withResolvers<void>();
    let program: Promise<Program> | null = null;
    provider.at[moment] = async () => {
      provider.at[moment] = async () => undefined;
      await (await program)?.end('SIGKILL');
      killed.resolve();
      throw new Error('nobody is there to be answered');
    };
    program = start();
    await killed.promise;
  };
  const whenAnswered = async (id: string): Promise<void> => {
    let release = async (): Promise<void> => undefined;
    provider.at.accepted = async () => {
      provider.at.accepted = async () => undefined;
      release = await hold(`select 1 from processing_batches where id = '${id}' for update`);
    };
    const program = await start();
    await until(isWaiting);
    await program.end('SIGKILL');
    await endWaiting();
    await release();
  };
  const kills: Record<Step, (id: string) => Promise<void>> = {
    claimed: whenClaimed,
    arrived: () => atRequest('arrived'),
    accepted: () => atRequest('accepted'),
    answered: whenAnswered,
  };

  return {
    /** A batch that has ended and whose mail is asked for. */
    ask: async (): Promise<string> => {
      const id = randomUUID();
      await sql`insert into processing_batches (id, swimmer_name_display, swimmer_name_normalized,
          total_pdfs, completed_pdfs, status, completed_at, expires_at, manage_token_hash,
          notification_email, notification_due_at)
        values (${id}, 'Moorhen, Ada', 'moorhen, ada', 1, 1, 'completed', now(),
          now() + interval '30 days', 'x', 'parent@home.example', now())`;
      return id;
    },
    /** A new worker takes the mail over and is killed at this step; its lease then runs out. */
    killAt: async (step: Step, id: string): Promise<void> => {
      await kills[step](id);
      if (provider.repeatsAfter.includes(step)) repeats.set(id, (repeats.get(id) ?? 0) + 1);
      await sql`update processing_batches set notification_lease_until = now() - interval '1 second'
        where id = ${id}`;
    },
    /** A last worker is left alone. Answers with what is not as promised. */
    finish: async (id: string): Promise<string[]> => {
      const program = await start();
      await until(
        () => sql`select 1 from processing_batches
        where id = ${id} and notification_sent_at is not null`,
      );
      await program.end('SIGTERM');
      const [row] = await sql`select notification_email from processing_batches where id = ${id}`;
      const copies = provider.copiesOf(id);
      const wanted = 1 + (repeats.get(id) ?? 0);
      return [
        ...(copies.length === wanted ? [] : [`${id}: ${copies.length} mails, not ${wanted}`]),
        ...(new Set(copies).size === 1 ? [] : [`${id}: its copies cannot be told as such`]),
        ...(row?.['notification_email'] === null ? [] : [`${id}: its address is kept`]),
      ];
    },
    close: async () => {
      await sql.end();
      await provider.close();
    },
  };
};
