import { browser } from '../browser.ts';
import { permissionFor } from '../schools/configuration.ts';

/**
 * Asks the user to let the extension read the hosts of addresses; those it may read already are not asked about.
 * Has to be called in the click itself, before anything is awaited: browsers refuse it later.
 */
export function askFor(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(permissionFor))];
  return origins.length ? browser.permissions.request({ origins }).catch(() => false) : Promise.resolve(true);
}

/** The same for notifications. */
export const askForNotifications = (): Promise<boolean> =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);

/** Whether the browser lets us notify. */
export const mayNotify = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ['notifications'] });

/** Whether the host of an address may be read. */
export const isGranted = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [permissionFor(url)] });
