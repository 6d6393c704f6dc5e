/**
 * Nothing lost, nothing twice: whatever schools do to their feeds, networks to their answers and browsers to our worker,
 * every post that was shown while subscribed becomes unread exactly once, stays read when read, and the badge is the list.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { Poller } from '../../../extension/background/poller.ts';
import { HostQueue } from '../../../extension/net/host-queue.ts';
import { addSchool, mark } from '../../../extension/store/changes.ts';
import { type Area, LockedStore } from '../../../extension/store/locked-store.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { badgeOf } from '../../../extension/toolbar/badge.ts';
import { vi } from '../../../extension/words/background-words.ts';
import { Locks } from '../support/fake-locks.ts';
import { SchoolFeed } from '../support/school-feed.ts';

const URL_ = 'https://truong.example/rss';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 10, 23, 3);

type Fault = 'reset' | 'timeout' | 'cut' | 'status' | 'html' | 'utf16' | 'latin1';

type Step =
  | { do: 'publish'; known: 'guid' | 'link' | 'both' | 'neither'; date: 'right' | 'wrong' | 'none' }
  | { do: 'edit' | 'remove' | 'return' | 'rename' | 'redate' | 'reorder' | 'read' | 'unread'; index: number }
  | { do: 'repeat' }
  | { do: 'validators'; mode: 'etag' | 'none' }
  | { do: 'poll'; after: number; dieAt?: number; fault?: Fault; status: number; at: number; hand: boolean };

const index = fc.nat(9);
const poll = fc.record(
  {
    do: fc.constant('poll' as const),
    after: fc.integer({ min: 5 * MINUTE, max: DAY }),
    dieAt: fc.integer({ min: 1, max: 14 }),
    fault: fc.constantFrom<Fault[]>('reset', 'timeout', 'cut', 'status', 'html', 'utf16', 'latin1'),
    status: fc.constantFrom(304, 403, 404, 410, 429, 500, 503),
    at: fc.nat(999),
    hand: fc.boolean(),
  },
  { requiredKeys: ['do', 'after', 'status', 'at', 'hand'] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: poll, weight: 5 },
  {
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      known: fc.constantFrom('guid' as const, 'link' as const, 'both' as const, 'neither' as const),
      date: fc.constantFrom('right' as const, 'wrong' as const, 'none' as const),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('edit' as const, 'remove' as const, 'return' as const, 'rename' as const),
      index,
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('redate' as const, 'reorder' as const, 'read' as const, 'unread' as const),
      index,
    }),
    weight: 3,
  },
  { arbitrary: fc.constant({ do: 'repeat' as const }), weight: 1 },
  {
    arbitrary: fc.record({
      do: fc.constant('validators' as const),
      mode: fc.constantFrom('etag' as const, 'none' as const),
    }),
    weight: 1,
  },
);

const bytes = (text: string) => new TextEncoder().encode(text);
/** With its byte order mark, as some servers of Microsoft's send it. */
const utf16 = (text: string) =>
  new Uint8Array(Buffer.from(`\ufeff${text.replace('utf-8', 'utf-16')}`, 'utf16le'));
/** Characters that the charset lacks as references. */
const latin1 = (text: string) =>
  new Uint8Array(
    Buffer.from(
      text.replace('utf-8', 'iso-8859-1').replace(/[\u0100-\uffff]/g, (sign) => `&#${sign.charCodeAt(0)};`),
      'latin1',
    ),
  );

/** One schedule: a school, its feed, a network, a browser, a user. */
class Schedule {
  private readonly feed = new SchoolFeed();
  private readonly disk = new Map<string, string>();
  private now = START;
  private validators: 'etag' | 'none' = 'etag';
  private broken: Extract<Step, { do: 'poll' }> | undefined;
  private life = { alive: true, steps: 0, dieAt: Number.POSITIVE_INFINITY, died: () => {} };
  /** By the number of the post: whether it is read, as the user has left it; the posts that were ever sent. */
  private readonly read = new Map<number, boolean>();
  private readonly served = new Set<number>();
  private answered = false;

  private step<T>(work: () => T | Promise<T>): Promise<T> {
    const { life } = this;
    if (++life.steps === life.dieAt) {
      life.alive = false;
      life.died();
    }
    return life.alive
      ? Promise.resolve().then(async () => {
          const value = await work();
          return life === this.life && life.alive ? value : new Promise<never>(() => {});
        })
      : new Promise<never>(() => {});
  }

  private readonly area: Area = {
    get: (keys) =>
      this.step(() =>
        Object.fromEntries(
          (keys ?? []).flatMap((key) => (this.disk.has(key) ? [[key, JSON.parse(this.disk.get(key)!)]] : [])),
        ),
      ),
    set: (items) =>
      this.step(() => {
        for (const [key, value] of Object.entries(items)) this.disk.set(key, JSON.stringify(value));
        this.check(items.store as Store);
      }),
    remove: (keys) =>
      this.step(() => {
        for (const key of keys) this.disk.delete(key);
      }),
  };

  /** A worker's life: all it knows is on the disk. */
  private boot(dieAt = Number.POSITIVE_INFINITY): {
    memory: LockedStore;
    poller: Poller;
    died: Promise<void>;
  } {
    let died = () => {};
    const death = new Promise<void>((resolve) => {
      died = resolve;
    });
    this.life = { alive: true, steps: 0, dieAt, died };
    const locks = new Locks();
    const memory = new LockedStore({
      area: this.area,
      exclusive: (work) => locks.request('store', work),
      now: () => this.now,
      written: () => this.step(() => {}),
    });
    const poller = new Poller({
      now: () => this.now,
      random: () => 0,
      hostQueue: new HostQueue({
        exclusive: (name, work) => locks.request(name, work),
        wait: () => Promise.resolve(),
        now: () => this.now,
      }),
      granted: () => this.step(() => true),
      agent: 'test',
      read: () => memory.read(),
      change: (edit) => memory.change(edit),
    });
    return { memory, poller, died: death };
  }

  /** What was written: no post of two minds, none twice, none read or unread but by the user; the badge is the list. */
  private check(store: Store): void {
    const seen = new Set<number>();
    for (const { item, read, key } of store.posts) {
      const id = Number(/#(\d+)#/.exec(item.summary ?? '')?.[1]);
      expect(this.served.has(id), `${key}: a post that no feed has shown`).to.equal(true);
      expect(seen.has(id), `post ${id} is there twice`).to.equal(false);
      seen.add(id);
      expect(read, `post ${id} is read`).to.equal(this.read.get(id) ?? false);
      this.read.set(id, read);
    }
    for (const id of this.read.keys()) expect(seen.has(id), `post ${id} is lost`).to.equal(true);
    const unread = store.posts.filter(({ read }) => !read).length;
    expect(badgeOf(store, this.now, vi).text.replace(/[!?]$/, '')).to.equal(unread ? String(unread) : '');
  }

  private readonly fetch = (_: string, { headers }: RequestInit): Promise<Response> => {
    const { broken } = this;
    return this.step(() => {
      const fault = broken?.fault;
      if (fault === 'reset' || fault === 'timeout') throw new TypeError('Failed to fetch');
      const sent = new Headers(headers).get('if-none-match');
      const { etag } = this.feed;
      this.answered = fault === undefined || fault === 'utf16' || fault === 'latin1';
      const given: Record<string, string> = this.validators === 'etag' ? { etag } : {};
      if (fault === 'status')
        return new Response(null, { status: broken!.status, headers: broken!.status === 304 ? {} : given });
      if (fault === 'html')
        return new Response('<!DOCTYPE html><title>Lỗi</title>', { headers: { etag: '"x"' } });
      if (this.validators === 'etag' && sent === etag)
        return new Response(null, { status: 304, headers: given });
      const { body } = this.feed;
      for (const { id } of this.feed.showing) this.served.add(id);
      const sentBytes = fault === 'utf16' ? utf16(body) : fault === 'latin1' ? latin1(body) : bytes(body);
      const cut = fault === 'cut' ? sentBytes.subarray(0, (sentBytes.length * broken!.at) / 1000) : sentBytes;
      return new Response(cut, { headers: given });
    });
  };

  private async user(index: number, read: boolean): Promise<void> {
    const { memory } = this.boot();
    const store = await memory.read();
    const post = store.posts[index % (store.posts.length || 1)];
    if (!post) return;
    this.read.set(Number(/#(\d+)#/.exec(post.item.summary!)![1]), read);
    await memory.change((store) => mark(store, [post.key], read));
  }

  private async poll(broken?: Extract<Step, { do: 'poll' }>): Promise<void> {
    this.broken = broken;
    const { poller, died } = this.boot(broken?.dieAt);
    const polled = broken && !broken.hand ? poller.poll() : poller.refresh();
    this.answered = false;
    await Promise.race([polled, died]);
    const { alive } = this.life;
    this.life.alive = false;
    // A whole answer that the worker outlived: all of it is there.
    if (alive && this.answered)
      for (const { id } of this.feed.showing)
        expect(this.read.has(id), `post ${id} did not come`).to.equal(true);
  }

  private async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'publish': {
        const dates = { right: this.now, wrong: this.now - 400 * DAY, none: undefined };
        return this.feed.publish(step.known, dates[step.date]);
      }
      case 'edit':
        return this.feed.edit(step.index);
      case 'remove':
      case 'return':
        return this.feed.show(step.index, step.do === 'return');
      case 'rename':
        return this.feed.rename(step.index);
      case 'redate':
        return this.feed.redate(step.index, START - step.index * DAY);
      case 'reorder':
        return this.feed.reorder(step.index);
      case 'repeat':
        return this.feed.repeat();
      case 'validators':
        this.validators = step.mode;
        return;
      case 'read':
      case 'unread':
        return this.user(step.index, step.do === 'read');
      case 'poll':
        this.now += step.after;
        return this.poll(step);
    }
  }

  async run(steps: readonly Step[]): Promise<void> {
    const { memory } = this.boot();
    await memory.change(() =>
      addSchool(emptyStore(), {
        ...{ id: 'tct', name: 'Trường', home: 'https://truong.example/' },
        ...{ news: [URL_], documents: [] },
      }),
    );
    // The subscription's own reading: an empty feed, so that all that comes is new.
    await this.poll();
    for (const step of steps) await this.take(step);
    // At last the network is well, the worker lives, and what the feed shows has to be there.
    this.now += 2 * DAY;
    await this.poll();
    const { memory: last } = this.boot();
    this.check(await last.read());
    for (const { id } of this.feed.showing) expect(this.read.has(id), `post ${id} never came`).to.equal(true);
  }

  get requests(): typeof fetch {
    return this.fetch as typeof fetch;
  }
}

/** Runs a schedule with its network in place of this machine's. */
async function play(steps: readonly Step[]): Promise<void> {
  const { fetch, setTimeout, navigator } = globalThis;
  const schedule = new Schedule();
  globalThis.fetch = schedule.requests;
  if (!navigator) Object.assign(globalThis, { navigator: {} });
  // A dead worker's time-outs would keep the process.
  globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
  try {
    await schedule.run(steps);
  } finally {
    Object.assign(globalThis, { fetch, setTimeout });
    if (!navigator) Reflect.deleteProperty(globalThis, 'navigator');
  }
}

describe('nothing lost, nothing twice', () => {
  it('over any schedule of changes, faults and deaths', async function () {
    this.timeout(600_000);
    const numRuns = process.env.TCT_ALL ? 10_000 : 300;
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 16, size: 'max' }), play), { numRuns });
  });
});
