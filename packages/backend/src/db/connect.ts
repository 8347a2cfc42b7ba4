/** Plain connections, for what runs before the schema is at hand. */
import postgres from 'postgres';

/** How long a connection may take to end. */
export const CLOSE_SECONDS = 2;
const CONNECT_SECONDS = 10;

/** A plan stays, also one made while a table is still empty: it must be one for a large table. (Without a seq scan others count as costly, which jit goes by.) */
const PLANS = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', jit: 'off' } as const;

/**
 * Connects to a PostgreSQL URL; `?host=/folder` names a Unix socket's folder and `connect_timeout` seconds, as in libpq. Prepared statements hang behind
 * PgBouncer in transaction mode: they are for who knows that the line is straight.
 */
export const connect = (url: string, max: number, prepare = false) => {
  const target = new URL(url);
  const socket = target.searchParams.get('host');
  target.searchParams.delete('host');
  const options = {
    max,
    prepare,
    // Plans take longer than what they are for: each connection makes one for a statement, not one for each of its first five uses.
    // A connection that knows its statements stays: a new one would be slow at each of them.
    ...(prepare && { max_lifetime: null }),
    connection: prepare ? PLANS : {},
    connect_timeout: Number(target.searchParams.get('connect_timeout') ?? CONNECT_SECONDS),
    onnotice: () => undefined,
  };
  return postgres(target.href, socket ? { ...options, host: socket } : options);
};

/** Connections for one piece of work, which rejects when `stop` is aborted meanwhile. */
export const withConnections = async <T>(
  { url, max, stop }: { url: string; max: number; stop?: AbortSignal | undefined },
  work: (sql: ReturnType<typeof connect>) => Promise<T>,
): Promise<T> => {
  const client = connect(url, max);
  const cut = () => void client.end({ timeout: 0 });
  stop?.addEventListener('abort', cut);
  try {
    return await work(client);
  } finally {
    stop?.removeEventListener('abort', cut);
    await client.end({ timeout: CLOSE_SECONDS });
  }
};
