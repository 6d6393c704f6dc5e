/** Milliseconds after which a silent server is given up. */
export const REQUEST_TIMEOUT_MS = 20_000;
/** No visitor of a school's page is known to another by these requests. */
export const REQUEST_OPTIONS: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
