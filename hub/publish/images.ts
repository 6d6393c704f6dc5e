import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '../../core/model/feed.ts';
import { COPY_WIDTHS_PX, copyFile } from '../../core/model/image-copies.ts';
import { groupByHost } from '../../core/poll/plan.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import { WriteError, writeAtomically } from '../memory/files.ts';
import type { PublicFolder } from './public-folder.ts';

/** Images fetched in a run at most, for how long (ms), and hosts at the same time: the rest comes with the next runs. */
const MOST = 150;
const BUDGET = 120_000;
const HOSTS = 4;
/** One that failed is tried again after so long (ms). */
const RETRY_AFTER_MS = DAY_MS;
/** A photo has fewer pixels; a file that claims more is an attack, as is one that keeps its reader busy for longer (s). */
const PIXELS = 80_000_000;
const LONGEST = 20;

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
  return copyFile(createHash('sha256').update(url).digest('hex').slice(0, 20), width);
}

const isPhoto = (mime: string) => /^image\/(?:jpeg|png|webp|gif|avif)$/.test(mime);

/** The images of a post that are shown: its own, and the photos of an album. */
export function imagesOf({ image, attachments = [] }: Item): string[] {
  const photos = attachments.filter(({ mime_type }) => isPhoto(mime_type)).map(({ url }) => url);
  return [...new Set(image ? [image, ...photos] : photos)];
}

const NO_SHARP =
  'Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install, trong thư mục của tct-hub.js';

type Sharp = typeof import('sharp').default;

/** `sharp` is compiled for a machine and optional: without it, images keep their own addresses. */
async function loadSharp(): Promise<Sharp | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    // On one thread, and nothing is read twice.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  } catch {
    return undefined;
  }
}

/** Writes an image's copies. @throws whatever is wrong with the image; WriteError */
async function makeCopies(sharp: Sharp, url: string, body: Uint8Array, folder: string): Promise<Copies> {
  const photo = sharp(body, { limitInputPixels: PIXELS, failOn: 'error' })
    .timeout({ seconds: LONGEST })
    .autoOrient();
  const {
    autoOrient: { width, height },
  } = await photo.metadata();
  const widths = [...new Set(COPY_WIDTHS_PX.map((each) => Math.min(each, width)))];
  for (const each of widths) {
    const copy = await photo.clone().resize({ width: each }).webp({ quality: 72 }).toBuffer();
    await writeAtomically(join(folder, fileOf(url, each)), copy);
  }
  return { width, height, widths };
}

/** Copies images of the sources: photos of two megabytes as thumbnails, those of plain-http sites for https pages. */
export class Copier {
  private full?: WriteError;
  /** One image is made at a time, however many servers are asked: memory is dearer than time. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly images: Images,
    private readonly folder: PublicFolder,
    private readonly network: HttpClient,
    private readonly now: number,
  ) {}

  /**
   * Copies those that have no copies yet.
   *
   * @param urls the most wanted first
   * @param report how many of how many are over
   * @returns whether some are left for the next run, and in words what keeps images from being copied at all
   */
  async copy(
    urls: readonly string[],
    report: (done: number, total: number) => void,
  ): Promise<{ left: boolean; problem?: string }> {
    const all = [...new Set(urls)].filter((url) => !this.isKnown(url));
    if (!all.length) return { left: false };
    const sharp = await loadSharp();
    if (!sharp) return { left: false, problem: NO_SHARP };
    const wanted = all.slice(0, MOST);
    const end = performance.now() + BUDGET;
    let done = 0;
    const queues = groupByHost(wanted.map((url) => ({ url })));
    const work = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        let answers = true;
        for (const { url } of queue) {
          if (this.full || performance.now() > end) return;
          report(done++, wanted.length);
          this.images[url] = this.now;
          // A server that is down is not waited for as often as it has images: they are all tried again another day.
          if (answers) answers = await this.copyOne(sharp, url);
        }
      }
    };
    await Promise.all(Array.from({ length: HOSTS }, work));
    return { left: done < all.length, ...(this.full && { problem: this.full.message }) };
  }

  /** Forgets and removes the copies of images that no post shows any more: what was withdrawn is withdrawn here too. */
  async removeUnused(used: ReadonlySet<string>): Promise<void> {
    for (const [url, copies] of Object.entries(this.images)) {
      if (used.has(url)) continue;
      delete this.images[url];
      if (typeof copies === 'number') continue;
      for (const width of copies.widths)
        await rm(join(this.folder.path, fileOf(url, width)), { force: true });
    }
  }

  private isKnown(url: string): boolean {
    const copies = this.images[url];
    if (typeof copies === 'number') return Math.abs(this.now - copies) < RETRY_AFTER_MS;
    return !!copies?.widths.every((width) => this.folder.has(fileOf(url, width)));
  }

  /** @returns whether the server answered */
  private async copyOne(sharp: Sharp, url: string): Promise<boolean> {
    const answer = await this.network.fetch(url, { Accept: 'image/webp,image/*;q=0.8' });
    if ('failure' in answer) return answer.failure === 'too-large';
    if (answer.status !== 200) return answer.status !== 429;
    try {
      const made = this.turn.then(() => makeCopies(sharp, url, answer.body, this.folder.path));
      this.turn = made.catch(() => {});
      this.images[url] = await made;
    } catch (error) {
      // A file that is no image stays where it is. A disk that is too full for images may still take the news.
      if (error instanceof WriteError) this.full = error;
    }
    return true;
  }
}

/**
 * A post with the hub's copies in place of its images: `image` the smaller, `banner_image` the larger; of photos the
 * smaller as thumbnail, with the size of the original, and the larger for one that https pages could not show.
 *
 * @param hub public address of the folder, with a slash at its end
 */
export function withCopies(item: Item, images: Images, hub: string): Item {
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
