import { expect } from 'chai';
import { MINUTE_MS, SECOND_MS } from '../../../core/time/duration.ts';
import { HalfReadError, readSource } from '../../../hub/collect/read-source.ts';
import { TimeBudget } from '../../../hub/collect/time-budget.ts';
import type { HttpClient } from '../../../hub/http/client.ts';
import { Robots } from '../../../hub/http/robots.ts';

const LIST = 'https://nb.example/list';
const SOURCE = { url: LIST, kind: 'page', item: 'li', next: 'a', pages: 3 } as const;
const response = (url: string) => ({
  status: 200,
  headers: { get: () => 'text/html' },
  url,
  body: new TextEncoder().encode(
    `<ul><li><b><i href="/tin">Trường họp phiên ${url.length}</i></b></li></ul><a href="${url}1">Sau</a>`,
  ),
});

describe('the time of a source', () => {
  const realNow = performance.now;
  let clockMs: number;
  beforeEach(() => {
    clockMs = 0;
    performance.now = () => clockMs;
  });
  afterEach(() => {
    performance.now = realNow;
  });
  /** Takes some time for each request. */
  const read = (budget: TimeBudget, requestMs = 0) => {
    const client = {
      fetch: async (url: string) => {
        await Promise.resolve();
        clockMs += requestMs;
        return response(url);
      },
    } as unknown as HttpClient;
    return readSource(SOURCE, 'news', response(LIST), client, new Robots({}, client, 0), budget);
  };

  it('is spent by its own requests', async () => {
    const error = await read(new TimeBudget(MINUTE_MS), 31 * SECOND_MS).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).to.be.instanceOf(HalfReadError).with.property('name', 'HalfReadError');
    expect((error as HalfReadError).message).to.include('trong 60 giây mới đọc được 2 trang');
  });

  it('is not spent by what the hub does in between', async () => {
    const budget = new TimeBudget(MINUTE_MS);
    clockMs += 10 * MINUTE_MS;
    expect(budget.isSpent).to.equal(false);
    await read(budget);
    clockMs += 10 * MINUTE_MS;
    expect(budget.isSpent).to.equal(false);
  });

  it('is not spent while other sources are read', async () => {
    let readings = 0;
    let mostAtOnce = 0;
    const counted = () =>
      Object.assign(new TimeBudget(MINUTE_MS), {
        charge: async (work: Promise<unknown>) => {
          mostAtOnce = Math.max(mostAtOnce, ++readings);
          try {
            return await work;
          } finally {
            readings--;
          }
        },
      });
    const feed = { url: LIST, kind: 'feed' } as const;
    const body = new TextEncoder().encode('<rss><channel><item><title>Tin</title></item></channel></rss>');
    const client = {} as HttpClient;
    await Promise.all(
      Array.from({ length: 4 }, () =>
        readSource(
          feed,
          'news',
          { ...response(LIST), body },
          client,
          new Robots({}, client, 0),
          counted() as TimeBudget,
        ),
      ),
    );
    expect(mostAtOnce).to.equal(1);
  });
});
