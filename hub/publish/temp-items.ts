import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Item } from '../../core/model/feed.ts';

/** Bytes buffered between two writes. */
const FLUSH_BYTES = 1 << 20;

/**
 * Stores items in a temporary file, so that lists of many thousands can be assembled page by page without holding all
 * items in memory.
 */
export class ItemFile {
  private readonly ranges: [offset: number, length: number][] = [];
  private buffered: Buffer[] = [];
  private bufferedBytes = 0;
  private end = 0;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async open(path: string): Promise<ItemFile> {
    return new ItemFile(path, await open(path, 'w+'));
  }

  /** @returns the item's index, for `read` */
  async add(item: Item): Promise<number> {
    const bytes = Buffer.from(JSON.stringify(item));
    this.ranges.push([this.end, bytes.length]);
    this.end += bytes.length;
    this.buffered.push(bytes);
    this.bufferedBytes += bytes.length;
    if (this.bufferedBytes > FLUSH_BYTES) await this.flush();
    return this.ranges.length - 1;
  }

  async read(index: number): Promise<Item> {
    await this.flush();
    const [offset, length] = this.ranges[index]!;
    const { buffer } = await this.file.read(Buffer.alloc(length), 0, length, offset);
    return JSON.parse(buffer.toString()) as Item;
  }

  /** Closes and deletes the file. */
  async close(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }

  private async flush(): Promise<void> {
    if (!this.buffered.length) return;
    const bytes = Buffer.concat(this.buffered);
    this.buffered = [];
    this.bufferedBytes = 0;
    await this.file.appendFile(bytes);
  }
}
