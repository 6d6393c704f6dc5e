/** Milliseconds after which a silent server is given up. */
export const PATIENCE = 20_000;
/** No visitor of a school's page is known to another by these requests. */
export const REQUEST: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
