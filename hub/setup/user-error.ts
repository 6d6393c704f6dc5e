import type { Words } from './api.ts';

/** What went wrong in a call of the console, in words for its user. Any other error is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** @param field name of the input that it is about */
  constructor(
    readonly words: Words,
    readonly field?: string,
  ) {
    super(words.vi);
  }
}
