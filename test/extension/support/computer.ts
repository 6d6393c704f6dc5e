import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { MINUTE_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { sourcesOf } from '../../../extension/schools/configuration.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { addSchool, setSettings } from '../../../extension/store/changes.ts';
import { emptyStore, type ListedSchool, type Store } from '../../../extension/store/schema.ts';
import { sharedFields } from '../../../extension/sync/fields.ts';
import { recordChanges } from '../../../extension/sync/record.ts';
import { StoreSync } from '../../../extension/sync/store-sync.ts';
import { FakeSyncArea, type FakeSyncServer } from './fake-sync-area.ts';
import { poll } from './school-store.ts';

export const ownSchool = (
  id: string,
  news: readonly string[] = [`https://${id}.example/rss`],
): ListedSchool => ({
  id,
  name: `Trường Chính trị tỉnh ${id}`,
  home: `https://${id}.example/`,
  news: [...news],
  documents: [],
});

/** A computer of a person, with its store and its copy of `storage.sync`. Its clock may be wrong. */
export class Computer {
  store: Store = emptyStore();
  readonly area: FakeSyncArea;
  readonly wakeTimes: number[] = [];
  readonly now: () => number;
  private readonly sync: StoreSync;

  /** @param skew added to the right time (ms) */
  constructor(server: FakeSyncServer, clock: () => number, skew = 0) {
    this.now = () => clock() + skew;
    this.area = new FakeSyncArea(server, this.now);
    this.sync = new StoreSync({
      area: () => this.area,
      now: this.now,
      read: () => Promise.resolve(this.store),
      change: (edit) => Promise.resolve(this.change(edit)),
      wakeAt: (time) => void this.wakeTimes.push(time),
    });
  }

  /** As the store of the extension does it, but for reading and writing the disk. */
  change(edit: (store: Store) => Store): Store {
    const now = this.now();
    this.store = recordChanges(this.store, updateSubscriptions(edit(this.store), now), now);
    return this.store;
  }

  run(): Promise<void> {
    return this.sync.run();
  }

  switchSync(on: boolean): void {
    this.change((store) => setSettings(store, { sync: on }));
  }

  add(...ids: string[]): void {
    for (const id of ids) this.change((store) => addSchool(store, ownSchool(id)));
  }

  /** Reads a school's feed, as the poller does. */
  poll(school: string, items: readonly Item[]): void {
    const source = sourcesOf(this.store).find((source) => source.school === school);
    if (!source) return;
    this.change((store) => {
      const feed = { version: 'https://jsonfeed.org/version/1.1' as const, title: '', items: [...items] };
      const after = ingest(store, source, feed, this.now());
      const state = { school, poll, since: store.since[school]! };
      return { ...after, sources: { ...after.sources, [source.url]: state } };
    });
  }

  /** What all computers of a person should agree on. Each has subscribed at its own time. */
  get shared(): unknown {
    const fields = Object.entries(sharedFields(this.store)).map(([item, { since: _, ...values }]) => [
      item,
      values,
    ]);
    return Object.fromEntries(fields.filter(([, values]) => Object.keys(values as object).length));
  }

  post(id: string): { read: boolean; starred: boolean } | undefined {
    const post = this.store.posts.find((post) => post.item.id === id);
    return post && { read: post.read, starred: !!post.starred };
  }

  unread(): string[] {
    return this.store.posts.flatMap(({ read, item }) => (read ? [] : [item.id])).sort();
  }
}

/** Lets all computers upload, download and sync until nothing is written any more. */
export async function untilQuiet(computers: readonly Computer[], pass: (ms: number) => void): Promise<void> {
  const writes = () => computers.reduce((sum, { area }) => sum + area.writes.length, 0);
  // What one writes at the end of a round, the others get in the next.
  for (let round = 0, quiet = 0; quiet < 2; round++) {
    expect(round, 'rounds until nothing is written').to.be.lessThan(10);
    const before = writes();
    for (const computer of computers) {
      pass(MINUTE_MS);
      computer.area.failure = undefined;
      computer.area.upload();
      computer.area.download();
      await computer.run();
      computer.area.upload();
    }
    quiet = writes() === before ? quiet + 1 : 0;
  }
}
