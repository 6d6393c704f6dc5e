/** The body is larger than `MAX_BODY_BYTES`. */
export class TooLargeError extends Error {}

/**
 * A response that HTTP does not allow here: another protocol, no final response, a 304 that was not asked for, or too
 * many content codings.
 */
export class ProtocolError extends Error {}
