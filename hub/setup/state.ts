import { existsSync } from 'node:fs';
import type { Cluster, ClusterSchool } from '../../core/config/cluster.ts';
import { loadDraft } from '../config/draft.ts';
import { editedSchool } from '../config/edit-schools.ts';
import { hubFolders } from '../config/folders.ts';
import { ConfigError } from '../config/load-config.ts';
import { VERSION } from '../version.ts';
import type { ClusterSettings, ConsoleState } from './api.ts';
import type { SetupContext } from './context.ts';
import { PACKAGED_SCHOOLS } from './known-schools.ts';
import { operationState } from './operation-state.ts';

const NO_SETTINGS: ClusterSettings = { name: '', contact: '', out: '', hub: '' };

function settingsOf({ name, contact = '', out = '', hub = '' }: Cluster): ClusterSettings {
  return { name, contact, out, hub };
}

/** The active schools of the sample configuration that are not in the cluster. */
function knownSchools(cluster?: Cluster): ConsoleState['known'] {
  const has = ({ id, home }: ClusterSchool) =>
    cluster?.schools.some((school) => school.id === id || school.home === home);
  return PACKAGED_SCHOOLS.filter((school) => school.active && !has(school)).map(({ id, name, home }) => ({
    id,
    name,
    home,
  }));
}

/** Everything that the page shows before anything is asked for. */
export async function consoleState(context: SetupContext): Promise<ConsoleState> {
  const { config, folders: given } = context;
  const exists = existsSync(config);
  const empty: ConsoleState = {
    version: VERSION,
    config,
    exists,
    settings: NO_SETTINGS,
    folders: { out: '', state: '' },
    schools: [],
    sources: [],
    known: [],
    isStopped: false,
    isBusy: false,
  };
  let cluster: Cluster | undefined;
  try {
    cluster = await loadDraft(config);
  } catch (error) {
    if (error instanceof ConfigError) return { ...empty, problem: error.message };
    throw error;
  }
  const folders = hubFolders(config, cluster ?? {}, given);
  const known = knownSchools(cluster);
  if (!cluster) return { ...empty, known, ...(folders && { folders }) };
  return {
    ...empty,
    ...(folders && { folders }),
    settings: settingsOf(cluster),
    schools: cluster.schools.map(editedSchool),
    known,
    ...(await operationState(context, cluster, folders)),
  };
}
