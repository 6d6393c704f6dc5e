/** The calls that edit the configuration. */
import { resolve } from 'node:path';
import { type Cluster, ClusterError } from '../../core/config/cluster.ts';
import { oneLine } from '../../core/text/normalize.ts';
import { loadDraft } from '../config/draft.ts';
import { type ConfigEdit, editConfig } from '../config/edit-config.ts';
import { valueAt } from '../config/edit-json.ts';
import {
  addSchool,
  changeSchool,
  changeSource,
  GoneError,
  LastSchoolError,
  otherFields,
  paused,
  removeSchool,
} from '../config/edit-schools.ts';
import { setSettings } from '../config/edit-settings.ts';
import { hasRun, stateToKeep } from '../config/keep-memory.ts';
import { newConfig } from '../config/new-config.ts';
import type { Handlers } from './api.ts';
import { checkContact, checkFolders, checkHub, checkName } from './check-settings.ts';
import type { SetupContext } from './context.ts';
import { consoleState } from './state.ts';
import { UserError } from './user-error.ts';

/**
 * Edits the file. What its user has to know is thrown in words.
 *
 * @param fieldOf the input that a part of the configuration is from
 */
async function edit(
  { config }: SetupContext,
  change: ConfigEdit,
  fieldOf: (path: readonly PropertyKey[], text: string) => string | undefined = (path) => path.join('.'),
): Promise<Cluster> {
  let changed = '';
  try {
    return await editConfig(
      config,
      (text, cluster) => {
        changed = change(text, cluster);
        return changed;
      },
      newConfig(),
    );
  } catch (error) {
    if (error instanceof GoneError)
      throw new UserError({
        vi: `${error.message} Tệp cấu hình vừa được sửa ở nơi khác; hãy tải lại trang này.`,
        en: `${error.message} The configuration was changed elsewhere; reload this page.`,
      });
    if (error instanceof LastSchoolError)
      throw new UserError({
        vi: error.message,
        en: 'This is the last school; without it, the hub cannot run. Add another one first, or pause it.',
      });
    if (!(error instanceof ClusterError)) throw error;
    const [problem] = error.problems;
    throw new UserError(
      { vi: `${error.message}. Chưa ghi gì.`, en: `${error.message}. Nothing was written.` },
      problem && fieldOf(problem.path, changed),
    );
  }
}

/** A part of the configuration as a part of the request that it is from, such as `schools.0.id`. */
function fieldOfSchool(
  schools: readonly { id: string }[],
  [list, index, ...rest]: readonly PropertyKey[],
  text: string,
): string | undefined {
  const id = list === 'schools' && valueAt(text, ['schools', Number(index), 'id']);
  // Of two with the same id, the later one is wrong.
  const at = schools.map((school) => school.id).lastIndexOf(String(id));
  return at < 0 ? undefined : ['schools', at, ...rest].map(String).join('.');
}

/** The handlers of these calls. All of them return the state that comes of it. */
export function configHandlers(
  context: SetupContext,
): Pick<Handlers, 'saveSettings' | 'saveSchools' | 'removeSchool' | 'pauseSource' | 'saveSource'> {
  const newState = () => consoleState(context);
  /** By id and homepage: what is to be there again if its user takes the removal back. */
  const removed = new Map<string, Record<string, unknown>>();
  const keyOf = ({ id, home }: { id: string; home: string }) => `${id} ${home}`;
  return {
    saveSettings: async (request) => {
      const name = oneLine(request.name);
      const [contact, out, hub] = [request.contact, request.out, request.hub].map((text) => text.trim());
      checkName(name);
      checkContact(contact!);
      checkHub(hub!);
      const before = await loadDraft(context.config);
      const pathOf = (folder: string | undefined) => folder && resolve(context.config, '..', folder);
      const isNew = pathOf(out) !== pathOf(before?.out);
      const keptState = (cluster: Cluster) => stateToKeep(context.config, cluster, out!, context.folders);
      const state = before?.state ?? (before && keptState(before));
      await checkFolders(context.config, { out: out!, state }, context.folders, isNew);
      await edit(context, (text, cluster) => {
        const state = keptState(cluster);
        return setSettings(text, { name, contact, out, hub, ...(state !== undefined && { state }) });
      });
      return newState();
    },

    saveSchools: async ({ schools }) => {
      const change: ConfigEdit = (text, cluster) =>
        schools.reduce(
          (text, { was, seen, ...school }) =>
            was === undefined
              ? addSchool(text, school, removed.get(keyOf(school)))
              : changeSchool(text, cluster, was, school, seen),
          text,
        );
      await edit(context, change, (path, text) => fieldOfSchool(schools, path, text));
      return newState();
    },

    removeSchool: async ({ id }) => {
      const { config, folders } = context;
      await edit(context, (text, cluster) => {
        const changed = removeSchool(text, cluster, id, hasRun(config, cluster, folders));
        removed.set(
          keyOf(cluster.schools.find((school) => school.id === id)!),
          otherFields(text, cluster, id),
        );
        return changed;
      });
      return newState();
    },

    pauseSource: async ({ isPaused, ...place }) => {
      await edit(context, (text, cluster) =>
        changeSource(text, cluster, place, (source) => paused(source, isPaused)),
      );
      return newState();
    },

    saveSource: async ({ source, ...place }) => {
      await edit(context, (text, cluster) => changeSource(text, cluster, place, () => source));
      return newState();
    },
  };
}
