/** What is announced. A policy overrides the user's settings. */
import type { Store } from './schema.ts';

/** Whether new posts are announced. */
export const areNotificationsOn = ({ managed, settings }: Store): boolean =>
  managed?.notifications ?? settings.notifications;

/** Whether posts with a watched word are announced even if others are not. */
export const areWatchedAnnounced = ({ managed, settings }: Store): boolean =>
  managed?.watchNotify ?? settings.watchNotify ?? false;

/** The hour in Vietnam of the one notification a day in place of single ones; undefined if there is none. */
export const digestHour = (store: Store): number | undefined =>
  areNotificationsOn(store) ? (store.managed?.digest ?? store.settings.digest) : undefined;
