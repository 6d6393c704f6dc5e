import type { Store } from './schema.ts';

/** Whether this computer shares with the user's others; a policy overrides the user's setting. */
export const isSyncOn = ({ managed, settings }: Store): boolean => managed?.sync ?? settings.sync ?? false;
