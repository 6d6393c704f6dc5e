/** Called after `addLocale` has changed texts. */
export const localeListeners = new Set<() => void>();
