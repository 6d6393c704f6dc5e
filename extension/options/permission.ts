import { browser } from '../browser.ts';
import { permissionFor } from '../schools/configuration.ts';

/**
 * Requests permission for the hosts of these URLs that are not granted yet.
 * Call it directly in the click handler, before any `await`: browsers refuse it later.
 *
 * @returns whether all are granted
 */
export function requestHosts(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(permissionFor))];
  return origins.length ? browser.permissions.request({ origins }).catch(() => false) : Promise.resolve(true);
}

/** Requests permission to show notifications. Call it directly in the click handler. */
export const requestNotifications = (): Promise<boolean> =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);

export const mayNotify = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ['notifications'] });

/** Whether the host of a URL may be read. */
export const isGranted = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [permissionFor(url)] }).catch(() => false);
