/** Makes small copies of the sources' images: of photos of several megabytes, and of those https pages cannot show. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { COPY_WIDTHS_PX } from '../../core/model/image-copies.ts';
import { groupByHost } from '../../core/poll/plan.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import { WriteError, writeAtomically } from '../memory/files.ts';
import type { ImageCopies, ImageIndex } from '../memory/types.ts';
import { copyPath } from './item-images.ts';
import type { PublicFolder } from './public-folder.ts';

/** Limits of one run: images, time, and hosts asked at once. The others follow with the next runs. */
const MAX_IMAGES_PER_RUN = 150;
const COPY_BUDGET_MS = 120_000;
const MAX_IMAGE_HOSTS = 4;
/** An image that failed is tried again after this. */
const RETRY_AFTER_MS = DAY_MS;
/** Photos are smaller and decode faster than this: a file that is not would be an attack. */
const MAX_PIXELS = 80_000_000;
const DECODE_TIMEOUT_S = 20;

const NO_SHARP =
  'Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install, trong thư mục của tct-hub.js';

type Sharp = typeof import('sharp').default;

/** Loads `sharp`, an optional dependency since it is compiled for each platform. Undefined if it is not installed. */
async function loadSharp(): Promise<Sharp | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    // Saves memory: no image is read twice, and one thread is enough.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  } catch {
    return undefined;
  }
}

/** Writes the copies of an image. @throws WriteError, or sharp's own error if the image is broken */
async function writeCopies(
  sharp: Sharp,
  url: string,
  body: Uint8Array,
  folder: string,
): Promise<ImageCopies> {
  const photo = sharp(body, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: DECODE_TIMEOUT_S })
    .autoOrient();
  const {
    autoOrient: { width, height },
  } = await photo.metadata();
  const widths = [...new Set(COPY_WIDTHS_PX.map((each) => Math.min(each, width)))];
  for (const each of widths) {
    const copy = await photo.clone().resize({ width: each }).webp({ quality: 72 }).toBuffer();
    await writeAtomically(join(folder, copyPath(url, each)), copy);
  }
  return { width, height, widths };
}

export class ImageCopier {
  /** Set once a copy could not be written: the disk is probably full. */
  private writeError?: WriteError;
  /** Settles when the image being decoded is done. One at a time, whatever the number of hosts, to save memory. */
  private decoding: Promise<unknown> = Promise.resolve();

  /** @param images updated with what was copied or failed */
  constructor(
    private readonly images: ImageIndex,
    private readonly folder: PublicFolder,
    private readonly client: HttpClient,
    /** ms since the epoch */
    private readonly now: number,
  ) {}

  /**
   * Copies the images that have no copies yet.
   *
   * @param urls most important first
   * @param onImage called with how many of how many images are done
   * @returns whether images are left for the next run; if none can be copied at all, why, in words
   */
  async copy(
    urls: readonly string[],
    onImage: (done: number, total: number) => void,
  ): Promise<{ left: boolean; problem?: string }> {
    const missing = [...new Set(urls)].filter((url) => !this.isDone(url));
    if (!missing.length) return { left: false };
    const sharp = await loadSharp();
    if (!sharp) return { left: false, problem: NO_SHARP };
    const batch = missing.slice(0, MAX_IMAGES_PER_RUN);
    const deadline = performance.now() + COPY_BUDGET_MS;
    let done = 0;
    const queues = groupByHost(batch.map((url) => ({ url })));
    const work = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        let serverAnswers = true;
        for (const { url } of queue) {
          if (this.writeError || performance.now() > deadline) return;
          onImage(done++, batch.length);
          this.images[url] = this.now;
          // Once a server is down, its other images count as failed, rather than each waiting for the timeout.
          if (serverAnswers) serverAnswers = await this.copyOne(sharp, url);
        }
      }
    };
    await Promise.all(Array.from({ length: MAX_IMAGE_HOSTS }, work));
    return { left: done < missing.length, ...(this.writeError && { problem: this.writeError.message }) };
  }

  /** Deletes the copies of images that no post shows any more: what a school withdraws must go here too. */
  async removeUnused(used: ReadonlySet<string>): Promise<void> {
    for (const [url, copies] of Object.entries(this.images)) {
      if (used.has(url)) continue;
      delete this.images[url];
      if (typeof copies === 'number') continue;
      for (const width of copies.widths)
        await rm(join(this.folder.path, copyPath(url, width)), { force: true });
    }
  }

  /** Whether an image has its copies, or failed not long ago. */
  private isDone(url: string): boolean {
    const copies = this.images[url];
    if (typeof copies === 'number') return Math.abs(this.now - copies) < RETRY_AFTER_MS;
    return !!copies?.widths.every((width) => this.folder.has(copyPath(url, width)));
  }

  /** @returns whether the server answered */
  private async copyOne(sharp: Sharp, url: string): Promise<boolean> {
    const response = await this.client.fetch(url, { Accept: 'image/webp,image/*;q=0.8' });
    if ('failure' in response) return response.failure === 'too-large';
    if (response.status !== 200) return response.status !== 429;
    try {
      const copies = this.decoding.then(() => writeCopies(sharp, url, response.body, this.folder.path));
      this.decoding = copies.catch(() => {});
      this.images[url] = await copies;
    } catch (error) {
      // A broken image keeps its own URL. A disk too full for images may still hold the news.
      if (error instanceof WriteError) this.writeError = error;
    }
    return true;
  }
}
