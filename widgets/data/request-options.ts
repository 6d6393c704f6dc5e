/** A server that has not responded by then counts as failed. */
export const REQUEST_TIMEOUT_MS = 20_000;
/** Requests carry neither credentials nor referrer. */
export const REQUEST_OPTIONS: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
