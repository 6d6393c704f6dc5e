import { expect } from 'chai';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { readPageSafely } from '../../../hub/read/reader.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const URL = 'https://truong.example/tin';

/** The date of a post that is two hours old, on a page with this `Date` header. */
async function twoHoursAgo(date: string | null): Promise<string | undefined> {
  const response = {
    status: 200,
    headers: { get: (name: string) => (name === 'date' ? date : null) },
    url: URL,
    body: new TextEncoder().encode(
      '<ul><li><a href="/1">Bài viết</a> <span class="time">2 giờ trước</span></li></ul>',
    ),
  };
  const source = { url: URL, kind: 'page', item: 'li', pages: 1 } as const;
  const { feed } = await readPageSafely(response, source, 'news', NOW);
  return feed.items[0]!.date_published;
}

describe('dates in relation to now are in relation to', () => {
  const header = (at: number) => new Date(at).toUTCString();
  const ago = (at: number) => formatVietnamTime(at - 2 * HOUR_MS);

  it('the time at which the server sent the page', async () => {
    expect(await twoHoursAgo(header(NOW - 5 * HOUR_MS))).to.equal(ago(NOW - 5 * HOUR_MS));
  });

  it('the time of the run if the server’s clock is wrong, or does not tell', async () => {
    for (const date of [header(NOW - 6_000 * DAY_MS), header(NOW + 2 * DAY_MS), 'hôm nay', null])
      expect(await twoHoursAgo(date), `${date}`).to.equal(ago(NOW));
  });
});
