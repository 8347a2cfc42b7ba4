/** The built-in PostgreSQL cannot be started; the message is one line for the person who starts the program. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
