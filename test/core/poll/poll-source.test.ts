import { expect } from 'chai';
import { initialPollState, nextPollState, type PollState } from '../../../core/poll/next.ts';
import { type FetchResult, pollSource, readContext, withPollHints } from '../../../core/poll/poll-source.ts';
import { readFeed } from '../../../core/read/read-feed.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const RSS = `<rss version="2.0"><channel><title>Trường</title><ttl>180</ttl>
<item><title>A</title><link>https://truong.example/a</link><pubDate>Sun, 22 Nov 2026 08:00:00 +0700</pubDate></item>
<item><title>B</title><link>https://truong.example/b</link><pubDate>Sat, 21 Nov 2026 08:00:00 +0700</pubDate></item>
</channel></rss>`;

function response(status: number, headers: Record<string, string> = {}, body = RSS): FetchResult {
  return {
    status,
    headers: new Headers(headers),
    url: 'https://truong.example/rss',
    body: new TextEncoder().encode(body),
  };
}

function poll(state: PollState, result: FetchResult, truncated = false) {
  let sent: Record<string, string> = {};
  const polled = pollSource(state, {
    fetch: async (headers) => {
      sent = headers;
      return result;
    },
    read: async (answer) => {
      try {
        return { ...withPollHints(await readFeed(answer.body, readContext(answer)), NOW), truncated };
      } catch (error) {
        return { unreadable: (error as Error).message };
      }
    },
  });
  return polled.then((done) => ({ ...done, sent }));
}

describe('polling a source', () => {
  it('reads the feed and passes on its validators, update hints and newest date', async () => {
    const { outcome, content } = await poll(initialPollState(NOW), response(200, { etag: '"1"' }));
    expect(content!.items).to.have.length(2);
    expect(outcome).to.include({ status: 200, read: true, newest: NOW - 86_400_000 });
    expect(outcome).to.have.deep.property('rhythm', { minutes: 180 });
    expect(nextPollState(initialPollState(NOW), outcome, NOW)).to.include({ etag: '"1"', failures: 0 });
  });

  it('passes on no mistyped date as the newest', async () => {
    const body = RSS.replace('22 Nov 2026', '22 Nov 2062').replace('21 Nov 2026', '21 Oct 2026');
    const { outcome } = await poll(initialPollState(NOW), response(200, {}, body));
    expect(outcome).to.include({ newest: Date.parse('2026-10-21T08:00:00+07:00') });
    expect(nextPollState(initialPollState(NOW), outcome, NOW)).to.include({ seldom: true });
  });

  it('sends the validators of the last response, and reads nothing after a 304', async () => {
    const first = await poll(initialPollState(NOW), response(200, { etag: '"1"' }));
    const state = nextPollState(initialPollState(NOW), first.outcome, NOW);
    const { sent, outcome, content, unreadable } = await poll(state, response(304));
    expect(sent).to.include({ 'If-None-Match': '"1"' });
    expect([content, unreadable]).to.deep.equal([undefined, undefined]);
    expect(nextPollState(state, outcome, NOW)).to.include({ etag: '"1"', failures: 0 });
  });

  it('looks for a reason in the body of an error, and still counts the status', async () => {
    const state = initialPollState(NOW);
    const fetchOf = (status: number) =>
      pollSource(state, {
        fetch: async () => response(status, { etag: '"2"' }, '<title>Just a moment...</title>'),
        read: async () => ({ unreadable: 'read' }),
        explain: async ({ body }) => new TextDecoder().decode(body),
      });
    const { outcome, unreadable } = await fetchOf(403);
    expect(unreadable).to.equal('<title>Just a moment...</title>');
    const next = nextPollState(state, outcome, NOW);
    expect(next).to.deep.include({ failures: 1, problem: { kind: 'status', status: 403 } });
    expect(next).to.not.have.property('etag');
    expect(await fetchOf(304)).to.not.have.property('unreadable');
    expect((await poll(state, response(403))).unreadable).to.equal(undefined);
  });

  it('keeps the old validators if the body is not a feed, and returns the reason', async () => {
    const { outcome, content, unreadable } = await poll(
      initialPollState(NOW),
      response(200, { etag: '"2"' }, '<html><title>Bảo trì</title></html>'),
    );
    expect(content).to.equal(undefined);
    expect(unreadable).to.include('Bảo trì');
    const next = nextPollState({ ...initialPollState(NOW), etag: '"1"' }, outcome, NOW);
    expect(next).to.deep.include({ etag: '"1"', problem: { kind: 'not-a-feed' } });
  });

  it('drops the validators of a body that was cut off', async () => {
    const headers = {
      etag: '"1"',
      'last-modified': 'Sun, 22 Nov 2026 01:00:00 GMT',
      'cache-control': 'max-age=7200',
    };
    const { outcome } = await poll(initialPollState(NOW), response(200, headers), true);
    const next = nextPollState(initialPollState(NOW), outcome, NOW);
    expect(next).to.not.have.any.keys('etag', 'lastModified');
    expect(next.fresh).to.equal(7_200_000);
  });

  it('reads nothing after an error status or without a response', async () => {
    for (const result of [response(500), { failure: 'timeout' } as const]) {
      const { outcome, content, unreadable } = await poll(initialPollState(NOW), result);
      expect([content, unreadable]).to.deep.equal([undefined, undefined]);
      expect(nextPollState(initialPollState(NOW), outcome, NOW).failures).to.equal(1);
    }
  });
});
