import { expect } from 'chai';
import { HOST_SPACING_MS } from '../../../core/poll/plan.ts';
import { HostQueue } from '../../../extension/net/host-queue.ts';
import { FakeLocks } from '../support/fake-locks.ts';

describe('the host queue', () => {
  let now: number;
  let locks: FakeLocks;
  /** The queue of one context of the extension; all contexts share the locks. */
  const createQueue = () =>
    new HostQueue({
      exclusive: (name, work) => locks.request(name, work),
      wait: async (ms) => {
        now += ms;
      },
      now: () => now,
    });

  beforeEach(() => {
    now = 1_000_000;
    locks = new FakeLocks();
  });

  it('keeps the requests to a host a second apart across contexts', async () => {
    const [page, background] = [createQueue(), createQueue()];
    const times: number[] = [];
    const request = async () => {
      times.push(now);
      now += 300;
    };
    await Promise.all([
      background.run('https://a.example/rss', request),
      page.run('https://a.example/', request),
      background.run('https://a.example/vb', request),
    ]);
    expect(times).to.deep.equal([
      1_000_000,
      1_000_000 + 300 + HOST_SPACING_MS,
      1_000_000 + 2 * (300 + HOST_SPACING_MS),
    ]);
  });

  it('waits for the rest of the second since the last request of an earlier worker', async () => {
    const start = now;
    await createQueue().run('https://a.example/', async () => expect(now).to.equal(start + 600), start - 400);
  });

  it('waits at most a second if the clock was set back', async () => {
    const start = now;
    await createQueue().run(
      'https://a.example/',
      async () => expect(now).to.equal(start + HOST_SPACING_MS),
      start + 9e9,
    );
  });

  it('continues after a failed request', async () => {
    const queue = createQueue();
    const failing = queue.run('https://a.example/', () => Promise.reject(new Error('no')));
    const next = queue.run('https://a.example/', async () => 'answer');
    expect(await failing.catch(({ message }) => message)).to.equal('no');
    expect(await next).to.equal('answer');
  });
});
