/** A server's turns are the whole extension's: background and settings page hold the same locks. */
import { expect } from 'chai';
import { HOST_SPACING_MS } from '../../../core/poll/plan.ts';
import { HostQueue } from '../../../extension/net/host-queue.ts';
import { FakeLocks } from '../support/fake-locks.ts';

describe('turns', () => {
  let now: number;
  let locks: FakeLocks;
  /** One context of the extension. */
  const context = () =>
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

  it('keep a server’s requests a second apart, whichever context asks', async () => {
    const [page, background] = [context(), context()];
    const times: number[] = [];
    const ask = async () => {
      times.push(now);
      now += 300;
    };
    await Promise.all([
      background.run('https://a.example/rss', ask),
      page.run('https://a.example/', ask),
      background.run('https://a.example/vb', ask),
    ]);
    expect(times).to.deep.equal([
      1_000_000,
      1_000_000 + 300 + HOST_SPACING_MS,
      1_000_000 + 2 * (300 + HOST_SPACING_MS),
    ]);
  });

  it('wait out what is left of the second since the last life’s request', async () => {
    const start = now;
    await context().run('https://a.example/', async () => expect(now).to.equal(start + 600), start - 400);
  });

  it('wait no longer than that where the clock was set back', async () => {
    const start = now;
    await context().run(
      'https://a.example/',
      async () => expect(now).to.equal(start + HOST_SPACING_MS),
      start + 9e9,
    );
  });

  it('pass on when a request fails', async () => {
    const turns = context();
    const failing = turns.run('https://a.example/', () => Promise.reject(new Error('no')));
    const next = turns.run('https://a.example/', async () => 'answer');
    expect(await failing.catch(({ message }) => message)).to.equal('no');
    expect(await next).to.equal('answer');
  });
});
