/** The commands that edit the configuration: what the console does, for scripts. */
import { ClusterError, type ClusterSource, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { type ConfigEdit, editConfig } from '../config/edit-config.ts';
import {
  addSchool,
  changeSchool,
  changeSource,
  type EditedSchool,
  GoneError,
  LastSchoolError,
  paused,
  removeSchool,
} from '../config/edit-schools.ts';
import { setSettings } from '../config/edit-settings.ts';
import { hasRun, stateToKeep } from '../config/keep-memory.ts';
import { ConfigError } from '../config/load-config.ts';
import { newConfig } from '../config/new-config.ts';
import { freeId } from '../discover/school-entry.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Output } from './output.ts';

const SETTINGS = ['name', 'contact', 'hub', 'out'] as const;

/** Edits a file. @throws ConfigError, with what a person can do about it */
async function edit(config: string, change: ConfigEdit, initial?: string): Promise<void> {
  try {
    await editConfig(config, change, initial);
  } catch (error) {
    if ([GoneError, LastSchoolError, ClusterError].some((type) => error instanceof type))
      throw new ConfigError(`${(error as Error).message}\nChưa ghi gì vào ${config}.`);
    throw error;
  }
}

function settingsEdit(config: string, [name, value, ...rest]: readonly string[]): ConfigEdit {
  const setting = SETTINGS.find((each) => each === name);
  if (!setting || value === undefined || rest.length)
    throw new UsageError(`Cần tên mục (${SETTINGS.join(', ')}) và giá trị trong dấu nháy; "" để bỏ mục ấy.`);
  if (setting === 'name' && !value.trim()) throw new UsageError('Tên cụm không được để trống.');
  return (text, cluster) => {
    const state = setting === 'out' ? stateToKeep(config, cluster, value.trim()) : undefined;
    return setSettings(text, { [setting]: value.trim(), ...(state !== undefined && { state }) });
  };
}

/** What `pause`, `resume` and `remove` do to a source; undefined to remove it. */
const SOURCE_CHANGES: Record<string, (source: ClusterSource) => ClusterSource | undefined> = {
  pause: (source) => paused(source, true),
  resume: (source) => paused(source, false),
  remove: () => undefined,
};

/** Edits a school, all sources of one of its lists, or one source. */
function schoolEdit(
  config: string,
  command: string,
  [id, kind, url, ...rest]: readonly string[],
): ConfigEdit {
  const list = LIST_KINDS.find((each) => each === kind);
  if (id === undefined || rest.length || (kind !== undefined && !list))
    throw new UsageError(`Cần mã trường, rồi nếu muốn thì ${LIST_KINDS.join(', ')} và địa chỉ của nguồn.`);
  if (list) return (text, cluster) => sourcesEdit(command, text, cluster, id, list, url);
  return (text, cluster) => {
    if (command === 'remove') return removeSchool(text, cluster, id, hasRun(config, cluster));
    const school = cluster.schools.find((each) => each.id === id);
    if (!school) throw new GoneError(`Trường “${id}” không có trong cấu hình.`);
    const { news, documents, gallery } = school;
    const lists = { news, documents, gallery };
    return changeSchool(text, cluster, id, { ...school, lists, active: command === 'resume' });
  };
}

function sourcesEdit(
  command: string,
  text: string,
  cluster: Parameters<ConfigEdit>[1],
  id: string,
  kind: ListKind,
  url: string | undefined,
): string {
  const change = SOURCE_CHANGES[command]!;
  if (url !== undefined) return changeSource(text, cluster, { school: id, kind, url }, change);
  const school = cluster.schools.find((each) => each.id === id);
  if (!school?.[kind].length) throw new GoneError(`Trường “${id}” không có nguồn nào trong mục ${kind}.`);
  const { news, documents, gallery } = school;
  const lists = { news, documents, gallery };
  lists[kind] = school[kind].map(change).filter((source) => source !== undefined);
  return changeSchool(text, cluster, id, { ...school, lists });
}

/** `tct-hub set`, `pause`, `resume` and `remove`. @throws UsageError, ConfigError, WriteError */
export async function editCommand({ command, operands, config }: Arguments, out: Output): Promise<void> {
  if (!config) throw new UsageError(`Cần --config. Ví dụ: tct-hub ${command} --config cluster.jsonc …`);
  const change = command === 'set' ? settingsEdit(config, operands) : schoolEdit(config, command, operands);
  await edit(config, change, command === 'set' && operands[0] === 'name' ? newConfig() : undefined);
  out.write(`Đã ghi ${config}.\n`);
}

/**
 * Adds schools to a configuration, which is created if it is not there. Those whose homepage it has already are left out.
 *
 * @returns how many were added
 * @throws ConfigError, WriteError
 */
export async function addSchools(config: string, schools: readonly EditedSchool[]): Promise<number> {
  let added = 0;
  const add: ConfigEdit = (text, cluster) => {
    const taken = new Set(cluster.schools.map(({ id }) => id));
    const missing = schools.filter(({ home }) => !cluster.schools.some((school) => school.home === home));
    added = missing.length;
    return missing.reduce((text, school) => {
      const id = freeId(school.id, taken);
      taken.add(id);
      return addSchool(text, { ...school, id });
    }, text);
  };
  await edit(config, add, newConfig());
  return added;
}
