/**
 * Decodes images in a process of its own, started by `ImageDecoder`. A few bytes can decode to gigabytes or keep the
 * decoder busy for minutes, and native code can be neither limited nor interrupted, only killed.
 *
 * Each message is the bytes of an image; the answer is a `DecodedImage`, or null if the image cannot be used.
 */
import { writeFile } from 'node:fs/promises';
import { COPY_WIDTHS_PX } from '../../core/model/image-copies.ts';
import type { DecodedImage } from './image-decoder.ts';
import { imageFormat } from './image-format.ts';

/** Larger photos are rare on the web: phones take up to 50 megapixels. */
const MAX_PIXELS = 50_000_000;
/** How often memory is checked: decoders fill about a gigabyte in a second. */
const MEMORY_CHECK_MS = 10;

type Sharp = typeof import('sharp').default;

/** Not `process.exit`, which waits for the thread that decodes. */
const end = () => process.kill(process.pid, 'SIGKILL');

/** Loads `sharp`, an optional dependency because it is a native module. @throws if it is not installed */
async function loadSharp(): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // To save memory: no image is read twice, and one thread is enough.
  sharp.cache(false);
  sharp.concurrency(1);
  // No other decoder runs, even if it recognises in a file what `imageFormat` does not.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
  });
  return sharp;
}

/** Makes the copies of an image. @throws sharp's error if the image is broken or too large */
async function decode(sharp: Sharp, body: Uint8Array): Promise<DecodedImage> {
  // Of an animation, the first frame.
  const photo = sharp(body, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).autoOrient();
  const { compression, autoOrient } = await photo.metadata();
  if (compression && compression !== 'av1') throw new Error('HEIC');
  const { width, height } = autoOrient;
  const copies: DecodedImage['copies'] = [];
  for (const each of new Set(COPY_WIDTHS_PX.map((copyWidth) => Math.min(copyWidth, width))))
    copies.push({
      width: each,
      webp: await photo.clone().resize({ width: each }).webp({ quality: 72 }).toBuffer(),
    });
  return { width, height, copies };
}

/** @param maxBytes of memory that this process may take; it ends when a decoder takes more */
async function answerRequests(maxBytes: number): Promise<void> {
  process.on('disconnect', end);
  // Where memory is short, Linux ends this process rather than the hub.
  await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {});
  const sharp = await loadSharp().catch(() => undefined);
  process.on('message', async (body: Uint8Array) => {
    const check = setInterval(() => process.memoryUsage.rss() > maxBytes && end(), MEMORY_CHECK_MS);
    const image = sharp && imageFormat(body) && (await decode(sharp, body).catch(() => undefined));
    clearInterval(check);
    process.send!(image ?? null);
  });
  process.send!({ ready: sharp !== undefined });
}

void answerRequests(Number(process.argv[2]));
