/** A response that could not be read; the message is for the webmaster. */
export class UnreadableError extends Error {
  override readonly name: string = 'UnreadableError';

  constructor(
    message: string,
    /** What the response is instead: the code of a `FeedError` or `PageError`. */
    readonly code?: string,
  ) {
    super(message);
  }
}

/** Reads something, or tells why it cannot be read. */
export async function orRefusal<T extends object>(reading: Promise<T>): Promise<T | { refusal: string }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { refusal: error.message };
  }
}
