/** Kills the worker at any step of its work. */
import { expect } from 'chai';
import { HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import type { RequestHandler } from '../support/fake-server.ts';
import { installExtension, NOW, storeOf, subscribeTo, unreadTitles } from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';

const A = 'https://truong-a.example/rss';
const B = 'https://truong-b.example/rss';

/** Tests the death at every seventh step if TCT_ALL is set, otherwise at a sample of steps, to stay quick. */
const STRIDE = process.env.TCT_ALL ? 7 : 50;

/** A feed that publishes a post in the fourth hour. */
const feedOf =
  (name: string): RequestHandler =>
  ({ at, headers }) => {
    const posts = [1, 2, 3].map((index) => ({
      guid: `${name}${index}`,
      title: `${name} cũ ${index}`,
      date: NOW - index * HOUR_MS,
    }));
    if (at > NOW + 3.5 * HOUR_MS)
      posts.unshift({ guid: `${name}4`, title: `${name} mới`, date: NOW + 3 * HOUR_MS });
    const etag = `"${posts.length}"`;
    return headers.get('if-none-match') === etag
      ? { status: 304, headers: { etag } }
      : { headers: { etag }, body: rss(posts) };
  };

/** Runs for half a day. The worker dies at a step; an event starts it again within a minute. */
async function runHalfDay(dieAtStep: number): Promise<FakeBrowser> {
  const browser = await installExtension({}, { granted: ['notifications'] });
  browser.dieAtStep = dieAtStep;
  await subscribeTo(browser, { [A]: feedOf('A'), [B]: feedOf('B') });
  for (let minute = 0; minute < 4; minute++) {
    await browser.advance(MINUTE_MS);
    if (browser.deaths) await browser.restart(true);
  }
  await browser.advance(12 * HOUR_MS);
  return browser;
}

describe('a worker that dies', () => {
  it('loses no post, repeats none, and does not poll too often, whenever it dies', async function () {
    this.timeout(600_000);
    const undisturbed = await runHalfDay(Number.POSITIVE_INFINITY);
    expect(undisturbed.deaths).to.equal(0);
    for (let step = 1; step < undisturbed.steps; step += STRIDE) {
      const browser = await runHalfDay(step);
      const when = `died at step ${step}`;
      expect(browser.errors, when).to.deep.equal([]);
      expect(unreadTitles(browser).sort(), when).to.deep.equal(['A mới', 'B mới']);
      expect(browser.badge.text, when).to.equal('2');
      expect(storeOf(browser).posts, when).to.have.length(8);
      for (const url of [A, B]) {
        const requests = browser.server.requestsTo(url);
        expect(requests.length, when).to.be.within(9, 16);
        for (const [index, { at }] of requests.entries())
          if (index) expect(at - requests[index - 1]!.at, when).to.be.at.least(5 * MINUTE_MS);
        const unconditional = requests.filter(({ headers }) => !headers.has('if-none-match'));
        // The response during which the worker died was not stored, so it is requested once more.
        expect(unconditional.length, when).to.be.within(1, 2);
      }
    }
  });
});
