import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, LIST_KINDS } from '../../core/config/cluster.ts';
import { configuredSources, stateKey } from '../collect/sources.ts';
import type { HubState } from '../memory/types.ts';
import type { BuildFiles } from './build-files.ts';
import { indexPage } from './index-page.ts';
import { LAST_RUN_SCRIPT } from './last-run.ts';
import { listFileNames, publicFolderUrl } from './list-files.ts';
import { ListPublisher, type PublishContext } from './list-publisher.ts';
import type { PublicFolder } from './public-folder.ts';
import { copyShownImages, forgetMissingCopies } from './shown-images.ts';
import { statusJson, statusPage } from './status.ts';

/**
 * Publishes the results of a run: the lists that changed, and the pages. After a change of configuration, scripts or
 * folder, and when files are missing from it, publishes all files. Lists may be published several times in a run, as
 * more is collected and images are copied.
 */
export class Publisher {
  /** Schools whose lists were published in this run. */
  private readonly published = new Set<string>();
  /** Whether no work is left for the next run. */
  private complete = true;

  private constructor(
    private readonly context: PublishContext,
    private readonly hub: HubState,
    private readonly build: BuildFiles,
    private publishesAll: boolean,
  ) {}

  /**
   * @param hub its `next` and `published` are updated
   * @param build the scripts and static pages to publish beside the lists
   * @throws NewerStateError, WriteError
   */
  static async open(context: PublishContext, hub: HubState, build: BuildFiles): Promise<Publisher> {
    const publishesAll = !build.isRemembered || hub.published !== (await publicationDigest(context, build));
    if (publishesAll) await forgetMissingCopies(context);
    return new Publisher(context, hub, build, publishesAll);
  }

  /**
   * Publishes the lists of some schools, those of the cluster, and the pages, if anything is to be published.
   *
   * @param changed ids of the schools
   * @throws NewerStateError, WriteError
   */
  async publish(changed: ReadonlySet<string>): Promise<void> {
    const { cluster, folder, now } = this.context;
    if (!this.publishesAll && !changed.size) return;
    delete this.hub.published;
    const schoolIds = this.publishesAll ? new Set(cluster.schools.map(({ id }) => id)) : changed;
    const { newest, failed } = await new ListPublisher(this.context, schoolIds, this.publishesAll).publish(
      this.hub.next,
    );
    reportFailed(failed, cluster, this.hub);
    if (failed.size) this.complete = false;
    if (this.publishesAll && !(await this.build.copy(now))) this.complete = false;
    await folder.write('index.html', indexPage(cluster, newest, this.build));
    if (this.publishesAll) {
      await folder.writeJson('cluster.json', publicCluster(cluster));
      await removeFormerSchools(cluster, folder);
      await this.publishStatus();
    }
    for (const id of schoolIds) this.published.add(id);
    this.publishesAll = false;
  }

  /** @throws WriteError */
  async publishStatus(): Promise<void> {
    const { cluster, folder, now } = this.context;
    const status = statusJson(cluster, this.hub, now);
    await folder.write('last-run.js', LAST_RUN_SCRIPT);
    await folder.writeJson('status.json', status);
    await folder.write('status.html', statusPage(cluster.name, status));
  }

  /**
   * Copies the images of the lists that were published, and publishes again those that get copies.
   *
   * @throws NewerStateError, WriteError
   */
  async publishImages(): Promise<void> {
    const { cluster, state } = this.context;
    if (!this.published.size || publicFolderUrl(cluster) === undefined || !cluster.images) return;
    const { schools, left, problem } = await copyShownImages(this.context, this.published);
    // Warn once, when all lists are published, not for every new photo.
    if (problem && this.published.size === cluster.schools.length) state.warnings.push(problem);
    if (left) this.complete = false;
    await this.publish(schools);
  }

  /**
   * Deletes the files of former builds, and marks all files as published, unless some are left for the next run.
   *
   * @throws NewerStateError, WriteError
   */
  async finish(): Promise<void> {
    await this.build.removeReplaced(this.context.now);
    if (!this.complete) delete this.hub.published;
    else this.hub.published = await publicationDigest(this.context, this.build);
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

/** Digest of everything besides posts that affects the published files, and of their names: one may be missing. */
async function publicationDigest({ cluster, folder }: PublishContext, build: BuildFiles): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify([cluster, folder.path, build.digest, await folder.names()]))
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
  for (const id of await readdir(join(folder.path, 'schools')).catch((): string[] => []))
    if (!ids.has(id)) await folder.removeOthers(`schools/${id}`, listFileNames(), new Set());
}
