/** Reads state files without changing anything, so also while a run is using them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schema } from '../../core/schema.ts';
import { backupOf, STATE_VERSION, versioned } from './state-file.ts';
import { hubState, schoolLists } from './state-schema.ts';
import type { HubState, SchoolLists } from './types.ts';

/** The content of a file, or else of its backup: between two renames of a write there is only that one. */
async function peek<T>(path: string, schema: Schema<T>): Promise<T | undefined> {
  for (const each of [path, backupOf(path)]) {
    try {
      const value: unknown = JSON.parse(await readFile(each, 'utf8'));
      const isKnown = (versioned(value)?.version ?? STATE_VERSION) <= STATE_VERSION;
      const content = isKnown ? schema(value) : undefined;
      if (content) return content;
    } catch {
      // Missing or broken.
    }
  }
  return undefined;
}

/** The poll states; undefined if there are none that can be read. @param folder of the state files */
export const peekHub = (folder: string): Promise<HubState | undefined> =>
  peek(join(folder, 'hub.json'), hubState);

/** The posts of a school; undefined if there are none that can be read. */
export const peekSchool = (folder: string, school: string): Promise<SchoolLists | undefined> =>
  peek(join(folder, `school-${school}.json`), schoolLists(school));
