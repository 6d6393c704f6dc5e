/** Copies the images of the posts that are published. */
import type { ClusterSchool } from '../../core/config/cluster.ts';
import { newestFirst, type SortKey, sortKey, withDetails } from '../memory/posts.ts';
import { schoolErrorMessage } from '../memory/unexpected-error.ts';
import { ImageCopier } from './copy-images.ts';
import { copyPath, imageUrls } from './item-images.ts';
import { ITEMS_PER_PAGE, publicFolderUrl } from './list-files.ts';
import { type PublishContext, shownLists } from './list-publisher.ts';

/** The images of one post. */
interface PostImages extends SortKey {
  school: string;
  urls: string[];
}

/**
 * The images of the newest posts of some schools, newest first, and the URLs of the images of all posts; these are
 * undefined if the posts of a school cannot be read.
 */
async function shownImages(
  { cluster, state }: PublishContext,
  schoolIds: ReadonlySet<string>,
): Promise<{ newest: PostImages[]; all?: Set<string> }> {
  const ownCopies = `${publicFolderUrl(cluster)}images/`;
  const newest: PostImages[] = [];
  const all = new Set<string>();
  const collect = async (school: ClusterSchool) => {
    for (const [kind, entries] of shownLists(school, await state.readSchool(school.id))) {
      const images = entries.map((entry): PostImages => {
        // Posts restored from published lists may have a copy in place of the original.
        const urls = imageUrls(withDetails(entry)).filter((url) => !url.startsWith(ownCopies));
        return { school: school.id, urls, ...sortKey(entry, kind) };
      });
      for (const { urls } of images) for (const url of urls) all.add(url);
      if (schoolIds.has(school.id))
        for (const each of images.sort(newestFirst).slice(0, ITEMS_PER_PAGE)) newest.push(each);
    }
  };
  let isComplete = true;
  for (const school of cluster.schools)
    await collect(school).catch((error) => {
      // The status has the message since its lists were published.
      schoolErrorMessage(error);
      isComplete = false;
    });
  return { newest: newest.sort(newestFirst), ...(isComplete && { all }) };
}

/**
 * Copies the images of the newest posts of some schools, and deletes the copies of images that no post shows any more.
 *
 * @returns ids of the schools whose posts got copies, and as `ImageCopier.copy`
 * @throws NewerStateError, WriteError
 */
export async function copyShownImages(
  context: PublishContext,
  schoolIds: ReadonlySet<string>,
): Promise<{ schools: Set<string>; left: boolean; problem?: string }> {
  const { folder, client, now, onImage, state } = context;
  const images = await state.readImages();
  const { newest, all } = await shownImages(context, schoolIds);
  const copier = new ImageCopier(images, folder, client, now);
  if (all) await copier.removeUnused(all);
  const { copied, ...result } = await copier.copy(
    newest.flatMap(({ urls }) => urls),
    onImage,
  );
  await state.writeImages(images);
  const withCopies = new Set(copied);
  const schools = newest.filter(({ urls }) => urls.some((url) => withCopies.has(url)));
  return { schools: new Set(schools.map(({ school }) => school)), ...result };
}

/** Forgets the copies whose files are gone, so that posts show their originals until new copies are made. */
export async function forgetMissingCopies({ folder, state }: PublishContext): Promise<void> {
  const images = await state.readImages();
  const names = new Set(await folder.names());
  const gone = Object.entries(images).filter(
    ([url, copies]) =>
      typeof copies === 'object' && !copies.widths.every((width) => names.has(copyPath(url, width))),
  );
  for (const [url] of gone) delete images[url];
  if (gone.length) await state.writeImages(images);
}
