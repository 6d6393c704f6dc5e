import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, LIST_KINDS } from '../../core/config/cluster.ts';
import type { Collection } from '../collect/collect.ts';
import { configuredSources, stateKey } from '../collect/sources.ts';
import type { HubState } from '../memory/types.ts';
import { indexPage } from './index-page.ts';
import { publicFolderUrl } from './list-files.ts';
import { ListPublisher, type PublishContext } from './list-publisher.ts';
import type { PublicFolder } from './public-folder.ts';
import { statusJson, statusPage } from './status.ts';

/**
 * Publishes the results of a run: the lists that changed, and the pages. After a change of configuration, scripts or
 * folder, publishes all files.
 *
 * @param weatherPolled whether the forecasts were polled; the status page shows it
 * @param scripts folder of the widgets' scripts, copied into the public folder so that pages need only one URL
 * @throws NewerStateError, WriteError
 */
export async function publish(
  context: PublishContext,
  { hub, changed, polled }: Collection,
  weatherPolled: boolean,
  scripts: string | undefined,
): Promise<void> {
  const { cluster, folder, state, now } = context;
  const digest = await publicationDigest(cluster, folder, scripts);
  const isNewFolder = !folder.has('cluster.json');
  const publishesAll = hub.published !== digest || isNewFolder;
  if (publishesAll || changed.size) {
    // A new folder has no image copies.
    if (isNewFolder) await state.writeImages({});
    const schoolIds = publishesAll ? new Set(cluster.schools.map(({ id }) => id)) : changed;
    const { newest, complete, failed } = await new ListPublisher(context, schoolIds).publish(hub.next);
    reportFailed(failed, cluster, hub);
    await folder.write('index.html', indexPage(cluster, newest));
    if (publishesAll) {
      if (scripts) await copyScripts(scripts, folder);
      await folder.writeJson('cluster.json', publicCluster(cluster));
      await removeFormerSchools(cluster, folder);
    }
    if (complete) hub.published = digest;
    else delete hub.published;
  }
  if (publishesAll || polled || weatherPolled) {
    const status = statusJson(cluster, hub, now);
    await folder.writeJson('status.json', status);
    await folder.write('status.html', statusPage(cluster.name, status));
  }
}

/** Shows in the status of their sources which schools could not be published. */
function reportFailed(failed: ReadonlyMap<string, string>, cluster: Cluster, { sources }: HubState): void {
  for (const source of configuredSources(cluster)) {
    const state = sources[stateKey(source)];
    const error = failed.get(source.school.id);
    if (state && error) state.error ??= error;
  }
}

/** Digest of everything besides posts that affects the published files. */
async function publicationDigest(
  cluster: Cluster,
  { path }: PublicFolder,
  scripts: string | undefined,
): Promise<string> {
  const integrity = scripts && (await readFile(join(scripts, 'integrity.json'), 'utf8').catch(() => ''));
  return createHash('sha256')
    .update(JSON.stringify([cluster, path, integrity]))
    .digest('base64');
}

/** `cluster.json`: the schools, with the hub's lists as their sources. The extension reads it as its configuration. */
function publicCluster(cluster: Cluster): object {
  const { name, hub, schools } = cluster;
  const publicUrl = (path: string) => (publicFolderUrl(cluster) ?? '') + path;
  return {
    name,
    ...(hub && { hub }),
    schools: schools.map(({ id, name, aliases, home, active, successor, ...lists }) => ({
      id,
      name,
      ...(aliases.length && { aliases }),
      home,
      ...(!active && { active }),
      ...(successor && { successor }),
      ...Object.fromEntries(
        LIST_KINDS.filter((kind) => lists[kind].length).map((kind) => [
          kind,
          publicUrl(`schools/${id}/${kind}.json`),
        ]),
      ),
    })),
  };
}

/** Removes the lists of schools that are no longer configured. Their state stays, in case they come back. */
async function removeFormerSchools({ schools }: Cluster, folder: PublicFolder): Promise<void> {
  const ids = new Set(schools.map(({ id }) => id));
  const lists = new RegExp(`^(?:${LIST_KINDS.join('|')})(?:-\\d+)?\\.json$`);
  for (const id of await readdir(join(folder.path, 'schools')).catch((): string[] => []))
    if (!ids.has(id)) await folder.removeOthers(`schools/${id}`, lists, new Set());
}

async function copyScripts(from: string, folder: PublicFolder): Promise<void> {
  for (const name of await readdir(from))
    if (/\.(?:js|json|txt)$/.test(name)) await folder.write(name, await readFile(join(from, name)));
}
