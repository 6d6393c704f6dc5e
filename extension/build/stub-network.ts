/**
 * What the widgets have here in place of asking (see the build): the popup gives them their feeds, so that they neither
 * carry the readers nor keep copies.
 */
const unasked = (): Promise<never> => Promise.reject(new Error('The popup asks nothing.'));

export { unasked as fetchOnce, unasked as readFeed };
export const writeCache = (): void => {};
export const readCache = (): { at: number; data?: unknown } => ({ at: 0 });
