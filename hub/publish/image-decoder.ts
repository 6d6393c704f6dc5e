import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boolean, integer, list, type Of, object, primitive } from '../../core/schema.ts';
import { imageFormat } from './image-format.ts';

/** What the decoding of one image may take. */
export interface DecodeLimits {
  timeoutMs: number;
  /** Memory of the process that decodes. */
  memoryBytes: number;
}

/** Photos of 50 megapixels stay below. A large AVIF does not, but no school has one. */
const DECODE_LIMITS: DecodeLimits = { timeoutMs: 20_000, memoryBytes: 512 * 2 ** 20 };
/** Until the process is ready: the program starts in a second. */
const START_TIMEOUT_MS = 30_000;

/** Beside this file: in TypeScript, or in JavaScript when both are built. */
const THIS_FILE = fileURLToPath(import.meta.url);
const PROGRAM = join(dirname(THIS_FILE), `image-process${extname(THIS_FILE)}`);

const NOT_INSTALLED =
  'Không có gói sharp: ảnh giữ nguyên địa chỉ gốc. Cài bằng: npm install, trong thư mục của tct-hub.js';
const NOT_STARTED =
  'Không mở được tiến trình chép ảnh: ảnh giữ nguyên địa chỉ gốc. Hãy xem máy chủ còn bộ nhớ không; lần sau sẽ thử lại.';

/** No image can be decoded in this run. The message is for the webmaster. */
export class DecoderError extends Error {
  override readonly name = 'DecoderError';
}

const size = integer(1, Number.MAX_SAFE_INTEGER);
const bytes = primitive<Uint8Array>('object', (value) => value instanceof Uint8Array);
/** The size of an image in pixels, and its copies. */
const decodedImage = object({
  width: size,
  height: size,
  copies: list(object({ width: size, webp: bytes }), 1),
});
export type DecodedImage = Of<typeof decodedImage>;
const started = object({ ready: boolean });

const isRunning = ({ connected, killed, exitCode, signalCode }: ChildProcess) =>
  connected && !killed && exitCode === null && signalCode === null;

/** The next message of a process. Undefined if it ends before, or sends none in time and is killed. */
async function nextMessage(child: ChildProcess, timeoutMs: number): Promise<unknown> {
  const ended = new AbortController();
  const onExit = () => ended.abort();
  child.once('exit', onExit);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  try {
    return (await once(child, 'message', { signal: ended.signal }))[0];
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    child.off('exit', onExit);
  }
}

/** @throws the system's error if the process cannot be started; most are emitted instead */
function startProgram({ memoryBytes }: DecodeLimits): ChildProcess {
  const { SystemRoot } = process.env;
  const child = fork(PROGRAM, [String(memoryBytes)], {
    // Nothing that a hostile image could learn or misuse; Windows needs the one.
    env: SystemRoot ? { SystemRoot } : {},
    cwd: dirname(PROGRAM),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // Without a listener, a process that could not be started or was killed would end the hub.
  return child.on('error', () => {});
}

/**
 * Decodes images in a child process, one at a time. An image that takes too much time or memory ends that process and
 * nothing else: the next image gets a new one. Call `close` at the end.
 */
export class ImageDecoder {
  private child?: ChildProcess;
  private isClosed = false;
  /** Settles when the current image is decoded. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits = DECODE_LIMITS) {}

  /** Starts the process, so that nothing is fetched if it cannot run. @throws DecoderError */
  async start(): Promise<void> {
    await this.running();
  }

  /**
   * Makes the copies of an image.
   *
   * @returns undefined if the image is broken, of another format, or beyond the limits
   * @throws DecoderError
   */
  decode(body: Uint8Array): Promise<DecodedImage | undefined> {
    const image = this.turn.then(async () => {
      if (!imageFormat(body)) return undefined;
      const child = await this.running();
      // A process that ends meanwhile is noticed below.
      child.send(body, () => {});
      return decodedImage(await nextMessage(child, this.limits.timeoutMs));
    });
    this.turn = image.catch(() => {});
    return image;
  }

  /** Ends the process. The image being decoded counts as broken; later ones cannot be decoded. */
  close(): void {
    this.isClosed = true;
    this.child?.kill('SIGKILL');
  }

  private async running(): Promise<ChildProcess> {
    if (this.isClosed) throw new DecoderError(NOT_STARTED);
    if (this.child && isRunning(this.child)) return this.child;
    let child: ChildProcess;
    try {
      child = startProgram(this.limits);
    } catch {
      throw new DecoderError(NOT_STARTED);
    }
    this.child = child;
    const message = started(await nextMessage(child, START_TIMEOUT_MS));
    if (message?.ready) return child;
    child.kill('SIGKILL');
    throw new DecoderError(message ? NOT_INSTALLED : NOT_STARTED);
  }
}
