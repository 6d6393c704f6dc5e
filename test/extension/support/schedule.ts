import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import { Poller } from '../../../extension/background/poller.ts';
import { HostQueue } from '../../../extension/net/host-queue.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { addSchool, setRead } from '../../../extension/store/changes.ts';
import { LockedStore, type StorageArea } from '../../../extension/store/locked-store.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { badgeOf } from '../../../extension/toolbar/badge.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import { FakeLocks } from './fake-locks.ts';
import type { PollStep, ScheduleStep } from './schedule-steps.ts';
import { SchoolFeed } from './school-feed.ts';

const FEED = 'https://truong.example/rss';
const START = Date.UTC(2026, 10, 23, 3);

const utf8 = (text: string) => new TextEncoder().encode(text);
/** With a byte order mark, as some of Microsoft's servers send it. */
const utf16 = (text: string) =>
  new Uint8Array(Buffer.from(`\ufeff${text.replace('utf-8', 'utf-16')}`, 'utf16le'));
/** With character references for characters that the charset lacks. */
const latin1 = (text: string) =>
  new Uint8Array(
    Buffer.from(
      text
        .replace('utf-8', 'iso-8859-1')
        .replace(/[\u0100-\uffff]/g, (character) => `&#${character.charCodeAt(0)};`),
      'latin1',
    ),
  );

/** The number of a post, which its summary contains. */
const numberOf = (summary: string | undefined) => Number(/#(\d+)#/.exec(summary ?? '')?.[1]);

/** Plays a schedule with one school, its feed, a network, a browser and a user, and checks every write of the store. */
class Schedule {
  private readonly feed = new SchoolFeed();
  private readonly disk = new Map<string, string>();
  private now = START;
  private validators: 'etag' | 'none' = 'etag';
  private poll: PollStep | undefined;
  private life = { alive: true, steps: 0, dieAtStep: Number.POSITIVE_INFINITY, onDeath: () => {} };
  /** By post number: whether the user has read it. Contains every post that was stored. */
  private readonly read = new Map<number, boolean>();
  /** Numbers of the posts that were ever sent. */
  private readonly sent = new Set<number>();
  /** Whether the last request got the whole feed. */
  private gotFeed = false;

  /** One asynchronous call of the worker. The calls of a dead worker never settle. */
  private step<T>(work: () => T | Promise<T>): Promise<T> {
    const { life } = this;
    if (++life.steps === life.dieAtStep) {
      life.alive = false;
      life.onDeath();
    }
    return life.alive
      ? Promise.resolve().then(async () => {
          const value = await work();
          return life === this.life && life.alive ? value : new Promise<never>(() => {});
        })
      : new Promise<never>(() => {});
  }

  private readonly area: StorageArea = {
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

  /** Starts a worker, whose only state is the store on disk. */
  private startWorker(dieAtStep = Number.POSITIVE_INFINITY): {
    store: LockedStore;
    poller: Poller;
    death: Promise<void>;
  } {
    let onDeath = () => {};
    const death = new Promise<void>((resolve) => {
      onDeath = resolve;
    });
    this.life = { alive: true, steps: 0, dieAtStep, onDeath };
    const locks = new FakeLocks();
    const store = new LockedStore({
      area: this.area,
      withLock: (work) => locks.request('store', work),
      now: () => this.now,
      wait: () => Promise.resolve(),
      afterEdit: updateSubscriptions,
      afterWrite: () => this.step(() => {}),
    });
    const poller = new Poller({
      now: () => this.now,
      random: () => 0,
      hostQueue: new HostQueue({
        exclusive: (name, work) => locks.request(name, work),
        wait: () => Promise.resolve(),
        now: () => this.now,
      }),
      hasPermission: () => this.step(() => true),
      redirects: () => Promise.resolve(false),
      agent: 'test',
      read: () => store.read(),
      change: (edit) => store.change(edit),
    });
    return { store, poller, death };
  }

  /** Checks a written store: no unknown, duplicate or missing posts, read only by the user, all counted on the badge. */
  private check(store: Store): void {
    const seen = new Set<number>();
    for (const { item, read, key } of store.posts) {
      const number = numberOf(item.summary);
      expect(this.sent.has(number), `${key} was in no feed`).to.equal(true);
      expect(seen.has(number), `post ${number} is stored twice`).to.equal(false);
      seen.add(number);
      expect(read, `post ${number} is read`).to.equal(this.read.get(number) ?? false);
      this.read.set(number, read);
    }
    for (const number of this.read.keys()) expect(seen.has(number), `post ${number} is lost`).to.equal(true);
    const unread = store.posts.filter(({ read }) => !read).length;
    const { text } = badgeOf(store, this.now, backgroundWords.vi);
    expect(text.replace(/[!?]$/, '')).to.equal(unread ? String(unread) : '');
  }

  readonly fetch = (_: string, { headers: sentHeaders }: RequestInit): Promise<Response> => {
    const { poll } = this;
    return this.step(() => {
      const fault = poll?.fault;
      if (fault === 'reset' || fault === 'timeout') throw new TypeError('Failed to fetch');
      const { etag } = this.feed;
      this.gotFeed = fault === undefined || fault === 'utf16' || fault === 'latin1';
      const headers: Record<string, string> = this.validators === 'etag' ? { etag } : {};
      if (fault === 'status')
        return new Response(null, { status: poll!.status, headers: poll!.status === 304 ? {} : headers });
      if (fault === 'html')
        return new Response('<!DOCTYPE html><title>Lỗi</title>', { headers: { etag: '"x"' } });
      if (this.validators === 'etag' && new Headers(sentHeaders).get('if-none-match') === etag)
        return new Response(null, { status: 304, headers });
      const { body } = this.feed;
      for (const { id } of this.feed.listed) this.sent.add(id);
      const encode = fault === 'utf16' ? utf16 : fault === 'latin1' ? latin1 : utf8;
      const bytes = encode(body);
      const received = fault === 'cut' ? bytes.subarray(0, (bytes.length * poll!.cutAt) / 1000) : bytes;
      return new Response(received, { headers });
    });
  };

  private async setPostRead(index: number, read: boolean): Promise<void> {
    const { store: lockedStore } = this.startWorker();
    const store = await lockedStore.read();
    const post = store.posts[index % (store.posts.length || 1)];
    if (!post) return;
    this.read.set(numberOf(post.item.summary), read);
    await lockedStore.change((store) => setRead(store, [post.key], read));
  }

  private async runPoll(poll?: PollStep): Promise<void> {
    this.poll = poll;
    const { poller, death } = this.startWorker(poll?.dieAtStep);
    const polled = poll && !poll.isManual ? poller.poll() : poller.refresh();
    this.gotFeed = false;
    await Promise.race([polled, death]);
    const { alive } = this.life;
    this.life.alive = false;
    // The worker survived a complete response, so all of it must be stored.
    if (alive && this.gotFeed) this.expectListedPosts();
  }

  private expectListedPosts(): void {
    for (const { id } of this.feed.listed) expect(this.read.has(id), `post ${id} is missing`).to.equal(true);
  }

  private async run(step: ScheduleStep): Promise<void> {
    switch (step.do) {
      case 'publish': {
        const dates = { right: this.now, wrong: this.now - 400 * DAY_MS, none: undefined };
        return this.feed.publish(step.identifiers, dates[step.date]);
      }
      case 'editTitle':
        return this.feed.editTitle(step.index);
      case 'remove':
      case 'restore':
        return this.feed.setListed(step.index, step.do === 'restore');
      case 'changeGuid':
        return this.feed.changeGuid(step.index);
      case 'changeDate':
        return this.feed.changeDate(step.index, START - step.index * DAY_MS);
      case 'reorder':
        return this.feed.reorder(step.index);
      case 'toggleDuplicate':
        return this.feed.toggleDuplicate();
      case 'setValidators':
        this.validators = step.validators;
        return;
      case 'read':
      case 'unread':
        return this.setPostRead(step.index, step.do === 'read');
      case 'poll':
        this.now += step.after;
        return this.runPoll(step);
    }
  }

  async play(steps: readonly ScheduleStep[]): Promise<void> {
    const school = { id: 'tct', name: 'Trường', home: 'https://truong.example/' };
    const { store } = this.startWorker();
    await store.change(() => addSchool(emptyStore(), { ...school, news: [FEED], documents: [] }));
    // The first read finds an empty feed, so that every later post is new.
    await this.runPoll();
    for (const step of steps) await this.run(step);
    // In the end network and worker are fine, and everything in the feed must be stored.
    this.now += 2 * DAY_MS;
    await this.runPoll();
    const { store: finalStore } = this.startWorker();
    this.check(await finalStore.read());
    this.expectListedPosts();
  }
}

/** Plays a schedule, with its network in place of the real one. */
export async function playSchedule(steps: readonly ScheduleStep[]): Promise<void> {
  const { fetch, setTimeout, navigator } = globalThis;
  const schedule = new Schedule();
  globalThis.fetch = schedule.fetch as typeof fetch;
  if (!navigator) Object.assign(globalThis, { navigator: {} });
  // The timeouts of dead workers would keep the process alive.
  globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
  try {
    await schedule.play(steps);
  } finally {
    Object.assign(globalThis, { fetch, setTimeout });
    if (!navigator) Reflect.deleteProperty(globalThis, 'navigator');
  }
}
