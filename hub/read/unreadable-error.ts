/** A response that could not be read; the message is for the webmaster. */
export class UnreadableError extends Error {
  override readonly name: string = 'UnreadableError';
}
