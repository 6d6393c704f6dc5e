import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, LIST_KINDS } from '../../core/config/cluster.ts';
import type { Collection } from '../collect/collect.ts';
import { ListPublisher, type Publishing } from './feeds.ts';
import { indexPage } from './index-page.ts';
import { hubOf } from './paginate.ts';
import type { PublicFolder } from './public-folder.ts';
import { statusJson, statusPage } from './status.ts';

/**
 * Publishes what a run has brought: the lists of which anything has changed, and the pages. Where there is another
 * configuration, other scripts or another folder than last time, everything.
 *
 * @param weathered whether the weather was asked for, which the status tells
 * @param scripts folder of the widgets' scripts, copied in so that a page needs one address only
 * @throws WriteError
 */
export async function publish(
  publishing: Publishing,
  { hub, changed, asked }: Collection,
  weathered: boolean,
  scripts: string | undefined,
): Promise<void> {
  const { cluster, folder, state, now } = publishing;
  const digest = await publicationDigest(cluster, folder, scripts);
  const everything = hub.published !== digest || !folder.has('cluster.json');
  if (everything || changed.size) {
    if (!folder.has('cluster.json')) await state.writeImages({});
    const touched = everything ? await remembered(publishing) : changed;
    const { newest, whole } = await new ListPublisher(publishing, touched).publish(hub.next);
    if (newest) await folder.write('index.html', indexPage(cluster, newest));
    if (everything) {
      if (scripts) await copyScripts(scripts, folder);
      await folder.writeJson('cluster.json', publicCluster(cluster));
      await removeStrangers(cluster, folder);
    }
    if (whole) hub.published = digest;
    else delete hub.published;
  }
  if (everything || asked || weathered) {
    const status = statusJson(cluster, hub, now);
    await folder.writeJson('status.json', status);
    await folder.write('status.html', statusPage(cluster.name, status));
  }
}

/** The schools whose lists can be written: not those that were published and are forgotten, until they have been read again. */
async function remembered({ cluster, folder, state }: Publishing): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { id, ...lists } of cluster.schools) {
    const forgotten = LIST_KINDS.some((kind) => lists[kind].length) && !(await state.knows(id));
    if (!forgotten || !folder.has(`schools/${id}/${LIST_KINDS[0]}.json`)) ids.add(id);
  }
  return ids;
}

/** Of all that decides what is published, but for the posts. */
async function publicationDigest(
  cluster: Cluster,
  { path }: PublicFolder,
  scripts: string | undefined,
): Promise<string> {
  const pinned = scripts && (await readFile(join(scripts, 'integrity.json'), 'utf8').catch(() => ''));
  return createHash('sha256')
    .update(JSON.stringify([cluster, path, pinned]))
    .digest('base64');
}

/** The schools, and where their lists are here: what the extension takes for its cluster. */
function publicCluster(cluster: Cluster): object {
  const { name, hub, schools } = cluster;
  const address = (path: string) => (hubOf(cluster) ?? '') + path;
  return {
    name,
    ...(hub && { hub }),
    schools: schools.map(({ id, name, aliases, home, active, successor, ...lists }) => ({
      ...{ id, name },
      ...(aliases.length && { aliases }),
      home,
      ...(!active && { active }),
      ...(successor && { successor }),
      ...Object.fromEntries(
        LIST_KINDS.filter((kind) => lists[kind].length).map((kind) => [
          kind,
          address(`schools/${id}/${kind}.json`),
        ]),
      ),
    })),
  };
}

/** Takes off the lists of schools that were taken out of the configuration; put back, they are published from memory. */
async function removeStrangers({ schools }: Cluster, folder: PublicFolder): Promise<void> {
  const known = new Set(schools.map(({ id }) => id));
  const lists = new RegExp(`^(?:${LIST_KINDS.join('|')})(?:-\\d+)?\\.json$`);
  for (const id of await readdir(join(folder.path, 'schools')).catch((): string[] => []))
    if (!known.has(id)) await folder.removeOthers(`schools/${id}`, lists, new Set());
}

async function copyScripts(from: string, folder: PublicFolder): Promise<void> {
  for (const name of await readdir(from))
    if (/\.(?:js|json|txt)$/.test(name)) await folder.write(name, await readFile(join(from, name)));
}
