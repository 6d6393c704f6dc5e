/**
 * Makes small copies of images: photos may have several megabytes, and https pages cannot show images of http sites.
 */
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

/** Limits of one run: images, time, and concurrent hosts. The other images are copied in the next runs. */
const MAX_IMAGES_PER_RUN = 150;
const COPY_BUDGET_MS = 120_000;
const MAX_IMAGE_HOSTS = 4;
/** A failed image is retried after this time. */
const RETRY_AFTER_MS = DAY_MS;
/** Photos are smaller and decode faster; anything else is likely an attack. */
const MAX_PIXELS = 80_000_000;
const DECODE_TIMEOUT_S = 20;

const NO_SHARP =
  'Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install, trong thư mục của tct-hub.js';

type Sharp = typeof import('sharp').default;

/** Loads `sharp`, an optional dependency because it is a native module. Undefined if it is not installed. */
async function loadSharp(): Promise<Sharp | undefined> {
  try {
    const { default: sharp } = await import('sharp');
    // To save memory: no image is read twice, and one thread is enough.
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
  /** Set when a copy could not be written, probably because the disk is full. */
  private writeError?: WriteError;
  /** Settles when the current image is decoded. Images are decoded one at a time, to save memory. */
  private decoding: Promise<unknown> = Promise.resolve();

  /** @param images updated with the copies and failures */
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
   * @param onImage called with the number of images done and in total
   * @returns whether images are left for the next run; `problem` is a message if none can be copied at all
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
        let isServerUp = true;
        for (const { url } of queue) {
          if (this.writeError || performance.now() > deadline) return;
          onImage(done++, batch.length);
          this.images[url] = this.now;
          // If a server is down, its other images count as failed instead of waiting for the timeout.
          if (isServerUp) isServerUp = await this.copyOne(sharp, url);
        }
      }
    };
    await Promise.all(Array.from({ length: MAX_IMAGE_HOSTS }, work));
    return { left: done < missing.length, ...(this.writeError && { problem: this.writeError.message }) };
  }

  /** Deletes the copies of images that no post shows any more, since the school may have withdrawn them. */
  async removeUnused(used: ReadonlySet<string>): Promise<void> {
    for (const [url, copies] of Object.entries(this.images)) {
      if (used.has(url)) continue;
      delete this.images[url];
      if (typeof copies === 'number') continue;
      for (const width of copies.widths)
        await rm(join(this.folder.path, copyPath(url, width)), { force: true });
    }
  }

  /** Whether an image has its copies, or failed recently. */
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
      // A broken image is published with its own URL. A disk that is too full for images may have room for the lists.
      if (error instanceof WriteError) this.writeError = error;
    }
    return true;
  }
}
