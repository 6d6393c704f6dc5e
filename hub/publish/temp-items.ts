import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Item } from '../../core/model/feed.ts';

/** Bytes gathered before they are written. */
const FLUSH_BYTES = 1 << 20;

/**
 * Posts on the disk, in the order they were added: a list of many thousands is put together from here, a page at a
 * time, and never stands in memory whole. The file is gone when the spool is closed.
 */
export class ItemFile {
  private readonly places: [at: number, length: number][] = [];
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private end = 0;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async open(path: string): Promise<ItemFile> {
    return new ItemFile(path, await open(path, 'w+'));
  }

  /** @returns what `read` wants */
  async add(item: Item): Promise<number> {
    const bytes = Buffer.from(JSON.stringify(item));
    this.places.push([this.end, bytes.length]);
    this.end += bytes.length;
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.waitingBytes > FLUSH_BYTES) await this.flush();
    return this.places.length - 1;
  }

  async read(index: number): Promise<Item> {
    await this.flush();
    const [at, length] = this.places[index]!;
    const { buffer } = await this.file.read(Buffer.alloc(length), 0, length, at);
    return JSON.parse(buffer.toString()) as Item;
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }

  private async flush(): Promise<void> {
    if (!this.waiting.length) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.file.appendFile(bytes);
  }
}
