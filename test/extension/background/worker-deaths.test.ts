/** The worker dies between any two steps of what it does: nothing is lost, nothing twice, nobody is asked too often. */
import { expect } from 'chai';
import type { FakeBrowser } from '../support/fake-browser.ts';
import type { Handler } from '../support/fake-server.ts';
import {
  HOUR,
  MINUTE,
  NOW,
  storeOf,
  subscribe,
  unreadOf,
  worldWith,
} from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';

const A = 'https://truong-a.example/rss';
const B = 'https://truong-b.example/rss';

/** A source that brings a post in its fourth hour. */
const source =
  (name: string): Handler =>
  ({ at, headers }) => {
    const posts = [1, 2, 3].map((index) => ({
      ...{ guid: `${name}${index}`, title: `${name} cũ ${index}`, date: NOW - index * HOUR },
    }));
    const fresh = at > NOW + 3.5 * HOUR;
    if (fresh) posts.unshift({ guid: `${name}4`, title: `${name} mới`, date: NOW + 3 * HOUR });
    const etag = `"${posts.length}"`;
    return headers.get('if-none-match') === etag
      ? { status: 304, headers: { etag } }
      : { headers: { etag }, body: rss(posts) };
  };

/** Half a day; the worker dies at a step, and the browser wakes it again for something a minute later. */
async function halfDay(dieAt: number): Promise<FakeBrowser> {
  const world = await worldWith({}, { granted: ['notifications'] });
  world.dieAt = dieAt;
  await subscribe(world, { [A]: source('A'), [B]: source('B') });
  for (let minute = 0; minute < 4; minute++) {
    await world.advance(MINUTE);
    if (world.deaths) await world.restart(true);
  }
  await world.advance(12 * HOUR);
  return world;
}

describe('a worker that dies', () => {
  it('loses nothing and brings nothing twice, whenever it dies', async function () {
    this.timeout(600_000);
    const whole = await halfDay(Number.POSITIVE_INFINITY);
    expect(whole.deaths).to.equal(0);
    // Where there is time a third of the steps, else some of them.
    const stride = process.env.TCT_ALL ? 3 : 25;
    for (let step = 1; step < whole.steps; step += stride) {
      const world = await halfDay(step);
      const when = `died at step ${step}`;
      expect(world.errors, when).to.deep.equal([]);
      expect(unreadOf(world).sort(), when).to.deep.equal(['A mới', 'B mới']);
      expect(world.badge.text, when).to.equal('2');
      expect(storeOf(world).posts, when).to.have.length(8);
      for (const url of [A, B]) {
        const asked = world.server.of(url);
        expect(asked.length, when).to.be.within(9, 16);
        for (const [index, { at }] of asked.entries())
          if (index) expect(at - asked[index - 1]!.at, when).to.be.at.least(5 * MINUTE);
        const unconditional = asked.filter(({ headers }) => !headers.has('if-none-match'));
        // An answer that the worker died over was never had.
        expect(unconditional.length, when).to.be.within(1, 2);
      }
    }
  });
});
