/** `storage.sync` of several computers, as browsers implement it: each has a copy, which it uploads and downloads. */

export const SYNC_QUOTA = { bytes: 102_400, itemBytes: 8192, items: 512, perHour: 1800, perMinute: 120 };

/** What an account stores. The last upload of an item wins. */
export class FakeSyncServer {
  readonly items = new Map<string, { text: string | undefined; version: number }>();
  version = 0;

  put(key: string, text: string | undefined): void {
    this.items.set(key, { text, version: ++this.version });
  }
}

const bytesOf = (key: string, text: string) => Buffer.byteLength(key + text);
/** As Chromium does, whose objects have their fields in alphabetical order. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

export class FakeSyncArea {
  readonly stored = new Map<string, string>();
  /** Times of the calls that wrote. */
  readonly writes: number[] = [];
  /** The most that was ever stored. */
  maxBytes = 0;
  /** The next write fails: before or after it was made. */
  failure?: 'before' | 'after' | undefined;
  onChanged: () => void = () => {};
  private readonly changed = new Set<string>();
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly server: FakeSyncServer,
    private readonly now: () => number,
  ) {}

  get(_: null): Promise<Record<string, unknown>> {
    return Promise.resolve(
      Object.fromEntries([...this.stored].map(([key, text]) => [key, JSON.parse(text)])),
    );
  }

  set(items: Record<string, unknown>): Promise<void> {
    return this.write(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value, sorted)]));
  }

  remove(keys: string[]): Promise<void> {
    return this.write(keys.map((key) => [key, undefined]));
  }

  private async write(entries: [key: string, text: string | undefined][]): Promise<void> {
    const { failure } = this;
    this.failure = undefined;
    this.writes.push(this.now());
    if (failure === 'before') throw new Error('An unexpected error occurred');
    const after = new Map([...this.stored, ...entries]);
    const kept = [...after].flatMap(([key, text]) => (text === undefined ? [] : bytesOf(key, text)));
    if (Math.max(0, ...kept) > SYNC_QUOTA.itemBytes) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
    const total = kept.reduce((sum, bytes) => sum + bytes, 0);
    if (total > SYNC_QUOTA.bytes) throw new Error('QUOTA_BYTES quota exceeded');
    if (kept.length > SYNC_QUOTA.items) throw new Error('MAX_ITEMS quota exceeded');
    this.maxBytes = Math.max(this.maxBytes, total);
    for (const [key, text] of entries) {
      if (text === undefined) this.stored.delete(key);
      else this.stored.set(key, text);
      this.changed.add(key);
    }
    this.onChanged();
    if (failure === 'after') throw new Error('An unexpected error occurred');
  }

  upload(): void {
    for (const key of this.changed) {
      this.server.put(key, this.stored.get(key));
      this.seen.set(key, this.server.version);
    }
    this.changed.clear();
  }

  /** @param isChosen whether an item arrives already; others come with a later download */
  download(isChosen: (index: number) => boolean = () => true): void {
    let index = 0;
    let hasChanged = false;
    for (const [key, { text, version }] of this.server.items) {
      const isNew = (this.seen.get(key) ?? 0) < version && !this.changed.has(key);
      if (!isNew || !isChosen(index++)) continue;
      this.seen.set(key, version);
      hasChanged ||= this.stored.get(key) !== text;
      if (text === undefined) this.stored.delete(key);
      else this.stored.set(key, text);
    }
    if (hasChanged) this.onChanged();
  }
}
