/** Random schedules of what a person does on several computers, and of when these hear of each other. */
import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import {
  removeSchool,
  setRead,
  setSchool,
  setSettings,
  setStarred,
} from '../../../extension/store/changes.ts';
import { fc } from '../../property.ts';
import { Computer, untilQuiet } from './computer.ts';
import { FakeSyncServer, SYNC_QUOTA } from './fake-sync-area.ts';

const START = Date.UTC(2026, 10, 23, 3);
/** Both have posts and stay; others come and go. */
const SCHOOLS = ['a', 'b'];

const computer = fc.nat(1);
const index = fc.nat(9);
const step = fc.oneof(
  fc.record({
    do: fc.constant('publish' as const),
    school: fc.constantFrom(...SCHOOLS),
    date: fc.constantFrom('right' as const, 'wrong' as const, 'none' as const),
  }),
  fc.record({ do: fc.constant('poll' as const), computer, school: fc.constantFrom(...SCHOOLS) }),
  fc.record({
    do: fc.constantFrom(
      'read' as const,
      'read' as const,
      'unread' as const,
      'star' as const,
      'unstar' as const,
    ),
    computer,
    index,
  }),
  fc.record({
    do: fc.constantFrom('add' as const, 'remove' as const, 'off' as const),
    computer,
    school: fc.constantFrom('c', 'd'),
  }),
  fc.record({ do: fc.constant('watch' as const), computer, words: fc.subarray(['tuyển sinh', 'học phí']) }),
  fc.record({ do: fc.constant('every' as const), computer, every: fc.constantFrom(undefined, 30, 60) }),
  fc.record({ do: fc.constant('download' as const), computer, chosen: fc.nat(15) }),
  fc.record({ do: fc.constantFrom('upload' as const, 'run' as const, 'run' as const), computer }),
  fc.record({
    do: fc.constant('fail' as const),
    computer,
    how: fc.constantFrom('before' as const, 'after' as const),
  }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(5000, MINUTE_MS, HOUR_MS, DAY_MS) }),
  fc.record({ do: fc.constant('meet' as const), computer }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const syncSchedules = fc.record({
  skew: fc.constantFrom(0, 0, -HOUR_MS, HOUR_MS, 400 * DAY_MS),
  /** Whether the second computer is new when the first has some posts. */
  joinsLate: fc.boolean(),
  steps: fc.array(step, { maxLength: 16, size: 'max' }),
});

class SyncSchedule {
  private now = START;
  private readonly feeds: Record<string, Item[]> = { a: [], b: [] };
  /** Of every post that was ever read or marked as unread: the last deed, and whether it was ever marked as unread. */
  private readonly deeds = new Map<string, { isRead: boolean; wasUnread: boolean }>();
  private readonly computers: [Computer, Computer];
  private count = 0;

  constructor(private readonly skew: number) {
    const server = new FakeSyncServer();
    const clock = () => this.now;
    this.computers = [new Computer(server, clock), new Computer(server, clock, skew)];
  }

  private readonly pass = (ms: number): void => {
    this.now += ms;
  };

  private edit(step: Extract<Step, { do: 'read' | 'unread' | 'star' | 'unstar' }>): void {
    const computer = this.computers[step.computer]!;
    const { posts } = computer.store;
    const post = posts[step.index % (posts.length || 1)];
    if (!post) return;
    const { key, item } = post;
    if (step.do === 'star' || step.do === 'unstar')
      computer.change((store) => setStarred(store, key, step.do === 'star'));
    else {
      const isRead = step.do === 'read';
      computer.change((store) => setRead(store, [key], isRead));
      const wasUnread = !isRead || !!this.deeds.get(item.id)?.wasUnread;
      if (post.read !== isRead) this.deeds.set(item.id, { isRead, wasUnread });
    }
  }

  /** Everything that was read on one computer and synced is read on the other after its next sync. */
  private async meet(from: Computer, to: Computer): Promise<void> {
    to.area.upload();
    for (const computer of [from, to]) {
      this.pass(MINUTE_MS);
      computer.area.failure = undefined;
      computer.area.upload();
      computer.area.download();
      await computer.run();
      computer.area.upload();
    }
    for (const { read, item } of from.store.posts) {
      const deed = this.deeds.get(item.id);
      if (read && deed && !deed.wasUnread)
        expect(to.post(item.id)?.read ?? true, `${item.id} is unread`).to.equal(true);
    }
  }

  private async run(step: Step): Promise<void> {
    const computer = 'computer' in step ? this.computers[step.computer]! : this.computers[0];
    switch (step.do) {
      case 'publish': {
        const at = { right: this.now, wrong: this.now - 400 * DAY_MS, none: undefined }[step.date];
        const id = `${step.school}${++this.count}`;
        const date = at === undefined ? {} : { date_published: formatVietnamTime(at) };
        this.feeds[step.school]!.push({ id, title: `Bài ${id}`, content_text: '', ...date });
        return;
      }
      case 'poll':
        return computer.poll(step.school, this.feeds[step.school]!);
      case 'read':
      case 'unread':
      case 'star':
      case 'unstar':
        return this.edit(step);
      case 'add':
        return computer.add(step.school);
      case 'remove':
        return void computer.change((store) => removeSchool(store, step.school));
      case 'off':
        return void computer.change((store) => setSchool(store, step.school, { on: false }));
      case 'watch':
        return void computer.change((store) => setSettings(store, { watch: step.words }));
      case 'every':
        return void computer.change(({ settings: { every: _, ...settings }, ...store }) => ({
          ...store,
          settings: { ...settings, ...(step.every && { every: step.every }) },
        }));
      case 'download':
        return computer.area.download((index) => ((step.chosen >> (index % 4)) & 1) === 1);
      case 'upload':
        return computer.area.upload();
      case 'run':
        return computer.run();
      case 'fail':
        computer.area.failure = step.how;
        return;
      case 'wait':
        return this.pass(step.ms);
      case 'meet':
        return this.meet(computer, this.computers[1 - step.computer]!);
    }
  }

  /** At any time: nothing is read that nobody has read, and no computer writes more than allowed. */
  private check(isAgreed = false): void {
    for (const [index, { store, area }] of this.computers.entries()) {
      // At its first poll, a computer cannot tell whether a post without a right date is new until the other has said so.
      for (const { read, item } of store.posts)
        if (read && (isAgreed || !index || Date.parse(item.date_published ?? '') >= START))
          expect(this.deeds.has(item.id), `${item.id} was read by nobody`).to.equal(true);
      const bursts = [...new Set(area.writes)];
      for (const [index, at] of bursts.entries())
        if (index) expect(at - bursts[index - 1]!, 'ms between writes').to.be.at.least(MINUTE_MS);
      expect(area.maxBytes).to.be.lessThan(0.6 * SYNC_QUOTA.bytes);
    }
  }

  private async expectAgreement(): Promise<void> {
    const [a, b] = this.computers;
    for (const computer of this.computers)
      for (const school of SCHOOLS) computer.poll(school, this.feeds[school]!);
    await untilQuiet(this.computers, this.pass);
    this.check(true);
    expect(a.shared).to.deep.equal(b.shared);
    for (const { id } of [...this.feeds.a!, ...this.feeds.b!]) {
      expect(a.post(id), id).to.deep.equal(b.post(id));
      const { isRead = false, wasUnread = false } = this.deeds.get(id) ?? {};
      if (!wasUnread || (isRead && !this.skew)) expect(a.post(id)?.read, `${id} is read`).to.equal(isRead);
    }
  }

  async play(steps: readonly Step[], joinsLate: boolean): Promise<void> {
    const [a, b] = this.computers;
    a.add(...SCHOOLS);
    for (const school of SCHOOLS) a.poll(school, []);
    a.switchSync(true);
    const late = joinsLate ? steps.slice(0, steps.length / 2) : [];
    for (const step of late) {
      if (!('computer' in step) || step.computer === 0)
        await this.run(step.do === 'meet' ? { do: 'wait', ms: DAY_MS } : step);
      this.check();
    }
    // All that the first knows is there when the second comes.
    for (const school of SCHOOLS) a.poll(school, this.feeds[school]!);
    await untilQuiet([a], this.pass);
    b.switchSync(true);
    await untilQuiet(this.computers, this.pass);
    for (const step of steps.slice(late.length)) {
      // Steps are at least as far apart as marks can tell.
      this.pass(2000);
      await this.run(step);
      this.check();
    }
    await this.expectAgreement();
  }
}

export const playSyncSchedule = ({
  skew,
  joinsLate,
  steps,
}: {
  skew: number;
  joinsLate: boolean;
  steps: Step[];
}): Promise<void> => new SyncSchedule(skew).play(steps, joinsLate);
