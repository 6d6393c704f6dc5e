import type { Store } from './schema.ts';

/** Whether new posts are announced; a policy overrides the user's setting. */
export const areNotificationsOn = ({ managed, settings }: Store): boolean =>
  managed?.notifications ?? settings.notifications;
