import type { Cluster } from '../../core/config/cluster.ts';
import { loadDraft } from '../config/draft.ts';
import { type HubFolders, hubFolders } from '../config/folders.ts';
import { ConfigError } from '../config/load-config.ts';
import type { ClientOptions } from '../http/client.ts';
import type { PublishedFolder } from './published-folder.ts';
import { UserError } from './user-error.ts';

/** What all handlers of the console work on. */
export interface SetupContext {
  /** Absolute path of the configuration. The file may not exist yet. */
  readonly config: string;
  /** Folders from the command line, which win over those of the configuration. */
  readonly folders: Partial<HubFolders>;
  /** For the stacks of bugs, and what else belongs on the terminal. */
  readonly log: (text: string) => void;
  /** Settings of the HTTP clients, over the usual ones. */
  readonly client?: Partial<ClientOptions>;
  /** Where what is published can be looked at; absent before the console has started. */
  readonly published?: PublishedFolder;
}

/** The configuration as it is now; `schools` may be empty. @throws ConfigError, UserError if there is none yet */
export async function currentCluster(context: SetupContext): Promise<Cluster> {
  const cluster = await loadDraft(context.config);
  if (cluster) return cluster;
  throw new UserError({
    vi: 'Chưa có tệp cấu hình. Hãy đặt tên cụm trước.',
    en: 'There is no configuration yet. Name the cluster first.',
  });
}

/** The configuration, if there is one that can be used: sites can be looked at without. */
export async function usableCluster({ config }: SetupContext): Promise<Cluster | undefined> {
  try {
    return await loadDraft(config);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

/** The folders of the hub. @throws UserError if none to publish to has been chosen yet */
export function currentFolders({ config, folders }: SetupContext, cluster: Cluster): HubFolders {
  const chosen = hubFolders(config, cluster, folders);
  if (chosen) return chosen;
  throw new UserError(
    {
      vi: 'Chưa chọn thư mục xuất bản.',
      en: 'No folder to publish to has been chosen yet.',
    },
    'out',
  );
}
