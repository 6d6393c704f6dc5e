import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Item } from '../core/feed.ts';
import { byHost, SPACING } from '../core/poll/plan.ts';
import { writeWhole } from './files.ts';
import { ask, type Client } from './transport.ts';

/** Widths of the copies (px): for lists and cards on screens of double density, and for a whole column. */
const WIDTHS = [640, 1600];
/** Images fetched in a run at most, and hosts at the same time: the rest comes with the next runs. */
const MOST = 150;
const HOSTS = 4;
/** One that failed is tried again after so long (ms). */
const AGAIN = 86_400_000;
/** A photo has fewer pixels; a file that claims more is an attack. */
const PIXELS = 80_000_000;

/** What is known of a source's image: the size it had, and the widths there are copies of. */
export interface Copies {
  width: number;
  height: number;
  widths: number[];
}

/** By the image's own address; a number is when it could not be copied (ms since the epoch). */
export type Images = Record<string, Copies | number>;

/** The copy's file, below the hub's folder. */
function fileOf(url: string, width: number): string {
  return `images/${createHash('sha256').update(url).digest('hex').slice(0, 20)}-${width}.webp`;
}

const isPhoto = (mime: string) => /^image\/(?:jpeg|png|webp|gif|avif)$/.test(mime);

/** The images of a post that are shown: its own, and the photos of an album. */
function imagesOf({ image, attachments = [] }: Item): string[] {
  const photos = attachments.filter(({ mime_type }) => isPhoto(mime_type)).map(({ url }) => url);
  return [...new Set(image ? [image, ...photos] : photos)];
}

/** `sharp` is compiled for a machine and optional: without it, images keep their own addresses. */
async function loadSharp() {
  try {
    return (await import('sharp')).default;
  } catch {
    return undefined;
  }
}

/**
 * Copies images that have no copies yet into `out`: photos of two megabytes as thumbnails, and those of plain-http
 * sites so that https pages can show them.
 *
 * @returns `left` where there are more than one run takes, `missing` where `sharp` is not installed
 */
export async function copyImages(
  images: Images,
  items: readonly Item[],
  out: string,
  now: number,
  client: Client,
): Promise<'done' | 'left' | 'missing'> {
  const known = (url: string) => {
    const copies = images[url];
    return typeof copies === 'number' ? Math.abs(now - copies) < AGAIN : copies !== undefined;
  };
  const all = [...new Set(items.flatMap(imagesOf))].filter((url) => !known(url));
  const wanted = all.slice(0, MOST);
  if (!wanted.length) return 'done';
  const sharp = await loadSharp();
  if (!sharp) return 'missing';
  const copy = async (url: string) => {
    images[url] = now;
    const answer = await ask(url, { Accept: 'image/webp,image/*;q=0.8' }, client);
    if (!('body' in answer) || answer.status !== 200) return;
    try {
      const photo = sharp(answer.body, { limitInputPixels: PIXELS, failOn: 'error' }).autoOrient();
      const { autoOrient: size } = await photo.metadata();
      const widths = [...new Set(WIDTHS.map((width) => Math.min(width, size.width)))];
      for (const width of widths)
        await writeWhole(
          join(out, fileOf(url, width)),
          await photo.clone().resize({ width }).webp({ quality: 72 }).toBuffer(),
        );
      images[url] = { width: size.width, height: size.height, widths };
    } catch (error) {
      // A file that is no image stays where it is; a disk that cannot be written is another matter.
      if ((error as Error).name === 'WriteError') throw error;
    }
  };
  const queues = byHost(wanted.map((url) => ({ url })));
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const [index, { url }] of queue.entries()) {
        if (index) await wait((client.spacing ?? SPACING) / 4);
        await copy(url);
      }
  };
  await Promise.all(Array.from({ length: HOSTS }, work));
  return all.length > wanted.length ? 'left' : 'done';
}

/**
 * A post with the hub's copies in place of its images: `image` the smaller, `banner_image` the larger; of photos the
 * smaller as thumbnail, with the size of the original, and the larger for one that https pages could not show.
 *
 * @param hub public address of the folder, with a slash at its end; without it there is nothing to point to
 */
export function withCopies(item: Item, images: Images, hub: string | undefined): Item {
  if (!hub) return item;
  const copiesOf = (url: string | undefined) => {
    const copies = url === undefined ? undefined : images[url];
    return typeof copies === 'object' ? copies : undefined;
  };
  const address = (url: string, width: number) => hub + fileOf(url, width);
  const { image, attachments } = item;
  const own = copiesOf(image);
  return {
    ...item,
    ...(own && {
      image: address(image!, own.widths[0]!),
      ...(own.widths[1] && { banner_image: address(image!, own.widths[1]) }),
    }),
    ...(attachments && {
      attachments: attachments.map((photo) => {
        const copies = copiesOf(photo.url);
        if (!copies) return photo;
        const { width, height, widths } = copies;
        const blocked = hub.startsWith('https:') && photo.url.startsWith('http:');
        return {
          ...photo,
          ...(blocked && { url: address(photo.url, widths.at(-1)!), mime_type: 'image/webp' }),
          _tct: { ...photo._tct, width, height, thumbnail: address(photo.url, widths[0]!) },
        };
      }),
    }),
  };
}
