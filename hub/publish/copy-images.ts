/**
 * Makes small copies of images: photos may have several megabytes, and https pages cannot show images of http sites.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { groupByHost } from '../../core/poll/plan.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import type { HttpClient } from '../http/client.ts';
import { WriteError, writeAtomically } from '../memory/files.ts';
import type { ImageCopies, ImageIndex } from '../memory/types.ts';
import { type DecodedImage, DecoderError, ImageDecoder } from './image-decoder.ts';
import { copyPath } from './item-images.ts';
import type { PublicFolder } from './public-folder.ts';

/** Limits of one run: images, time, and concurrent hosts. The other images are copied in the next runs. */
const MAX_IMAGES_PER_RUN = 150;
const COPY_BUDGET_MS = 120_000;
const MAX_IMAGE_HOSTS = 4;
/** A failed image is retried after this time. */
const RETRY_AFTER_MS = DAY_MS;

interface CopyResult {
  copied: string[];
  left: boolean;
  problem?: string;
}

export class ImageCopier {
  /** Set when no further image can be copied: the disk is full, or the decoder does not run. */
  private problem?: WriteError | DecoderError;

  /** @param images updated with the copies and failures */
  constructor(
    private readonly images: ImageIndex,
    private readonly folder: PublicFolder,
    private readonly client: HttpClient,
    /** ms since the epoch */
    private readonly now: number,
    private readonly decoder = new ImageDecoder(),
  ) {}

  /**
   * Copies the images that have no copies yet.
   *
   * @param urls most important first
   * @param onImage called with the number of images done and in total
   * @returns the URLs of those that now have copies; whether images are left for the next run; `problem` is a message
   *   if no more can be copied
   */
  async copy(urls: readonly string[], onImage: (done: number, total: number) => void): Promise<CopyResult> {
    const missing = [...new Set(urls)].filter((url) => !this.isDone(url));
    if (!missing.length) return { copied: [], left: false };
    try {
      await this.decoder.start();
      return await this.copyMissing(missing, onImage);
    } catch (error) {
      if (!(error instanceof DecoderError)) throw error;
      return { copied: [], left: false, problem: error.message };
    } finally {
      this.decoder.close();
    }
  }

  private async copyMissing(
    missing: readonly string[],
    onImage: (done: number, total: number) => void,
  ): Promise<CopyResult> {
    const batch = missing.slice(0, MAX_IMAGES_PER_RUN);
    const deadline = performance.now() + COPY_BUDGET_MS;
    let done = 0;
    const queues = groupByHost(batch.map((url) => ({ url })));
    const work = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        let isServerUp = true;
        for (const { url } of queue) {
          if (this.problem || performance.now() > deadline) return;
          onImage(done++, batch.length);
          this.images[url] = this.now;
          // If a server is down, its other images count as failed instead of waiting for the timeout.
          if (isServerUp) isServerUp = await this.copyOne(url);
        }
      }
    };
    await Promise.all(Array.from({ length: MAX_IMAGE_HOSTS }, work));
    return {
      copied: batch.filter((url) => typeof this.images[url] === 'object'),
      left: done < missing.length,
      ...(this.problem && { problem: this.problem.message }),
    };
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
  private async copyOne(url: string): Promise<boolean> {
    const response = await this.client.fetch(url, { Accept: 'image/webp,image/*;q=0.8' });
    if ('failure' in response) return response.failure === 'too-large';
    if (response.status !== 200) return response.status !== 429;
    try {
      const image = await this.decoder.decode(response.body);
      // An image that cannot be decoded is published with its own URL.
      if (image) this.images[url] = await this.writeCopies(url, image);
    } catch (error) {
      // A disk that is too full for images may have room for the lists.
      if (!(error instanceof WriteError || error instanceof DecoderError)) throw error;
      this.problem = error;
      delete this.images[url];
    }
    return true;
  }

  /** @throws WriteError */
  private async writeCopies(url: string, { width, height, copies }: DecodedImage): Promise<ImageCopies> {
    for (const copy of copies)
      await writeAtomically(join(this.folder.path, copyPath(url, copy.width)), copy.webp);
    return { width, height, widths: copies.map((copy) => copy.width) };
  }
}
