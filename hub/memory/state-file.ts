/** What all state files have in common. */
import { number, partial } from '../../core/schema.ts';

/** Incremented when older hubs could not read what this one writes. */
export const STATE_VERSION = 1;

export const versioned = partial<{ version: number }>({ version: number() });

/** Path of a file's backup: its content before the last write. The suffix is Vietnamese for "before". */
export const backupOf = (path: string): string => `${path}.truoc`;
