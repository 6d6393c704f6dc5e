import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import sharp from 'sharp';
import { DecoderError, ImageDecoder } from '../../../hub/publish/image-decoder.ts';

const flat = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 4, background: { r: 9, g: 90, b: 9, alpha: 0.5 } },
    limitInputPixels: false,
  });
const MEGABYTE = 2 ** 20;

/** Ids of the child processes of this one. Linux only. */
async function children(): Promise<string[]> {
  const { pid } = process;
  const ids = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return ids.split(' ').filter(Boolean);
}

/** The most memory that a child process of this one has taken so far, in MB. Linux only. */
async function peakOfChildren(): Promise<number> {
  const peaks = (await children()).map(async (child) => {
    const status = await readFile(`/proc/${child}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(0, ...(await Promise.all(peaks)));
}

describe('the image decoder', () => {
  let decoder: ImageDecoder;
  let small: Buffer;
  /** 1.9 KB that decode to a gigabyte. */
  let bomb: Buffer;
  before(async () => {
    bomb = await readFile(new URL('../../fixtures/images/flat-50-megapixels.avif', import.meta.url));
    small = await flat(40, 30).png().toBuffer();
  });
  beforeEach(() => {
    decoder = new ImageDecoder();
  });
  afterEach(() => decoder.close());
  const works = async () => expect(await decoder.decode(small)).to.deep.include({ width: 40, height: 30 });

  it('makes WebP copies of every format, upright, and of an animation’s first frame', async () => {
    const turned = await flat(2000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height, copies } = (await decoder.decode(turned))!;
    expect({ width, height }).to.deep.equal({ width: 1000, height: 2000 });
    expect(copies.map((copy) => copy.width)).to.deep.equal([640, 1000]);
    for (const { width, webp } of copies)
      expect(await sharp(webp).metadata()).to.include({ format: 'webp', width });
    const frames = await flat(20, 40).raw().toBuffer();
    const raw = { width: 20, height: 40, channels: 4 as const, pageHeight: 20 };
    for (const format of ['gif', 'webp'] as const) {
      const animation = await sharp(frames, { raw }).toFormat(format, { loop: 0 }).toBuffer();
      expect(await decoder.decode(animation), format).to.deep.include({ width: 20, height: 20 });
    }
    const avif = await flat(30, 20).avif().toBuffer();
    expect(await decoder.decode(avif)).to.deep.include({ width: 30, height: 20 });
  });

  it('refuses broken images, other formats and too many pixels, with the same process', async () => {
    await works();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const tooLarge = await flat(7100, 7100).png().toBuffer();
    for (const body of [
      small.subarray(0, 60),
      Buffer.from(svg),
      await flat(9, 9).tiff().toBuffer(),
      tooLarge,
    ])
      expect(await decoder.decode(body)).to.equal(undefined);
    await works();
  });

  it('loses one image, not the run, to a few bytes that fill the memory', async () => {
    let peak = 0;
    const watch = setInterval(async () => {
      peak = Math.max(peak, await peakOfChildren());
    }, 5);
    const results = await Promise.all([bomb, small, bomb, small].map((body) => decoder.decode(body)));
    clearInterval(watch);
    expect(results.map((image) => image?.width)).to.deep.equal([undefined, 40, undefined, 40]);
    if (process.platform === 'linux') expect(peak).to.be.within(1, 700);
  });

  it('ends a decoder that takes too long', async () => {
    decoder = new ImageDecoder({ timeoutMs: 150, memoryBytes: 4000 * MEGABYTE });
    // Takes seconds.
    expect(await decoder.decode(bomb)).to.equal(undefined);
    await works();
  });

  it('leaves no process when it is closed, even in the middle of an image', async () => {
    // Of earlier tests and of tools.
    const others = new Set(await children());
    await works();
    const image = decoder.decode(bomb);
    // Sent to the process in the meantime.
    await new Promise(setImmediate);
    decoder.close();
    expect(await image).to.equal(undefined);
    await decoder.decode(small).then(
      () => expect.fail(),
      (error) => expect(error).to.be.instanceOf(DecoderError),
    );
    // It ends soon after it was killed; if it does not, this test times out.
    while ((await children()).some((id) => !others.has(id))) await new Promise(setImmediate);
  });
});
