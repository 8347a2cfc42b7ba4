/** Something outside keeps the program from starting; the message is one line for its operator. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
