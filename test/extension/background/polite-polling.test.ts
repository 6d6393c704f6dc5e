/** The score sheet of a polite reader, point by point, against the background as it is delivered. */
import { expect } from 'chai';
import { permissionFor } from '../../../extension/schools/configuration.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import type { Answer, Handler, Seen } from '../support/fake-server.ts';
import {
  DAY,
  edit,
  gaps,
  HOUR,
  MINUTE,
  NOW,
  sent,
  storeOf,
  unreadOf,
  worldWith,
} from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';

const A = 'https://truong-a.example/rss';
const B = 'https://truong-b.example/rss';

const feed = (count = 3, channel = '') =>
  rss(
    Array.from({ length: count }, (_, index) => ({
      ...{ guid: `g${index}`, title: `Bài ${index}`, link: `https://truong-a.example/${index}` },
      date: NOW - HOUR * (index + 1),
    })),
    channel,
  );
const ok = (headers: Record<string, string> = {}, body = feed()): Answer => ({ headers, body });
/** A server that keeps HTTP's rules: 304 where its validators come back. */
const conditional =
  (headers: Record<string, string>): Handler =>
  (request) =>
    (headers.etag && sent(request, 'if-none-match') === headers.etag) ||
    (headers['last-modified'] && sent(request, 'if-modified-since') === headers['last-modified'])
      ? { status: 304, headers }
      : ok(headers);
const both = { etag: 'W/"1-x y"', 'last-modified': 'Mon, 23 Nov 2026 0:15 GMT' };

/** The feed answers so, and others; it is subscribed to now. */
const polled = (handler: Handler, others: Record<string, Handler> = {}): Promise<FakeBrowser> =>
  worldWith({ [A]: handler, ...others });

const served = (urls: string[], handler: Handler): Record<string, Handler> =>
  Object.fromEntries(urls.map((url) => [url, handler]));
const conditions = (seen: Seen) => [sent(seen, 'if-none-match'), sent(seen, 'if-modified-since')];
const refresh = (world: FakeBrowser, urls?: string[]) =>
  world.message({ ask: 'refresh', ...(urls && { urls }) });

describe('the score sheet', () => {
  describe('what is sent', () => {
    it('1: one unconditional request, also over deaths, restarts and updates', async () => {
      const world = await polled(conditional(both));
      await world.advance(HOUR);
      world.kill();
      await world.restart();
      await world.advance(5 * HOUR);
      world.fire('runtime.onInstalled', { reason: 'update' });
      await world.advance(DAY);
      const [first, ...rest] = world.server.of(A);
      expect(conditions(first!)).to.deep.equal([null, null]);
      expect(rest).to.have.length.above(20);
      for (const seen of rest) expect(seen.status).to.equal(304);
    });

    it('2: both validators, byte for byte', async () => {
      const world = await polled(conditional(both));
      await world.advance(3 * HOUR);
      expect(conditions(world.server.of(A)[1]!)).to.deep.equal(Object.values(both));
    });

    it('3: none that was not given', async () => {
      const world = await polled(() => ok({ expires: new Date(NOW + HOUR).toUTCString() }));
      await world.advance(2 * DAY);
      for (const seen of world.server.of(A)) expect(conditions(seen)).to.deep.equal([null, null]);
    });

    it('4, 5, 6, 7: those of the last answer, of a 304 too, and none that has gone', async () => {
      const answers: Answer[] = [
        ok(both),
        ok({ ...both, etag: '"2"' }),
        { status: 304, headers: { etag: '"3"' } },
        ok({ 'last-modified': 'later' }),
        ok(),
      ];
      let turn = 0;
      const world = await polled(() => answers[Math.min(turn++, 4)]!);
      await world.advance(8 * HOUR);
      expect(world.server.of(A).slice(0, 6).map(conditions)).to.deep.equal([
        [null, null],
        [both.etag, both['last-modified']],
        ['"2"', both['last-modified']],
        ['"3"', both['last-modified']],
        [null, 'later'],
        [null, null],
      ]);
    });

    it('8: the old ones after an answer that is no feed, and the posts stay', async () => {
      let turn = 0;
      const world = await polled(() =>
        turn++ ? { headers: { etag: '"bad"' }, body: '<!DOCTYPE html><title>Lỗi</title>' } : ok(both),
      );
      await world.advance(6 * HOUR);
      expect(conditions(world.server.of(A).at(-1)!)).to.deep.equal(Object.values(both));
      expect(storeOf(world).posts).to.have.length(3);
    });

    it('8: none after a feed that was cut off', async () => {
      let turn = 0;
      const world = await polled(() => (turn++ ? ok(both) : ok(both, feed().slice(0, 600))));
      await world.advance(2 * HOUR);
      expect(conditions(world.server.of(A)[1]!)).to.deep.equal([null, null]);
    });

    it('25, 26, 28, 29: no cookie, no referrer, GET only, the address as it is; what it reads and who it is', async () => {
      const world = await polled(conditional(both));
      await world.advance(DAY);
      expect(new Set(world.server.requests.map(({ url }) => url))).to.deep.equal(new Set([A]));
      for (const { init, headers, method } of world.server.requests) {
        expect(method).to.equal('GET');
        expect(init).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
        expect(headers.get('accept')).to.include('application/rss+xml');
        expect(headers.get('user-agent')).to.match(/^Mozilla.* tct-widgets\/[\d.]+$/);
        for (const name of ['cookie', 'referer', 'pragma', 'cache-control'])
          expect(headers.get(name), name).to.equal(null);
        // 27: compression is the browser's own to offer; a header of ours would only be in its way.
        expect(headers.get('accept-encoding')).to.equal(null);
      }
    });
  });

  describe('when', () => {
    const waits = async (answer: Answer, days = 1) => {
      const world = await polled(() => answer);
      await world.advance(days * DAY);
      return gaps(world.server.of(A));
    };

    it('9, 10: an hour between two polls, never less; a day where it costs much and brings little', async () => {
      const usual = await waits(ok(both));
      expect(usual).to.have.length.above(18);
      for (const gap of usual) expect(gap).to.be.within(HOUR, 1.1 * HOUR + 2 * MINUTE);
      const old = rss([{ guid: 'a', title: 'Cũ', date: NOW - 30 * DAY }]);
      for (const gap of await waits(ok({}, old), 5)) expect(gap).to.be.at.least(DAY);
    });

    it('9: as the user says', async () => {
      const world = await polled(() => ok());
      await edit(world, (store) => ({ ...store, choices: { t0: { on: true, every: 15 } } }));
      await world.advance(DAY);
      for (const gap of gaps(world.server.of(A)).slice(1)) expect(gap).to.be.within(15 * MINUTE, 20 * MINUTE);
    });

    it('11: no poll for a restart, an update, a popup or a wake', async () => {
      const world = await polled(conditional(both));
      await world.advance(10 * MINUTE);
      for (let time = 0; time < 5; time++) {
        await world.restart(time % 2 === 1);
        world.fire('runtime.onInstalled', { reason: 'update' });
        world.fire('alarms.onAlarm', { name: 'poll' });
        await world.advance(MINUTE);
      }
      expect(world.server.of(A)).to.have.length(1);
    });

    it('12: by hand at any time, but not twice in five minutes', async () => {
      const world = await polled(conditional(both));
      await world.advance(10 * MINUTE);
      expect(await refresh(world)).to.deep.equal({ asked: 1 });
      expect(await refresh(world)).to.deep.equal({ asked: 0 });
      await world.advance(5 * MINUTE);
      expect(await refresh(world, [A])).to.deep.equal({ asked: 1 });
      expect(world.server.of(A)).to.have.length(3);
    });

    for (const [why, answer, least] of [
      ['max-age', ok({ 'cache-control': 'max-age=14400' }), 4 * HOUR],
      ['Expires', ok({ expires: new Date(NOW + 2000 * DAY).toUTCString() }), DAY],
      ['ttl', ok({}, feed(3, '<ttl>180</ttl>')), 3 * HOUR],
      [
        'sy:*',
        ok(
          {},
          feed(
            3,
            '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>',
          ),
        ),
        DAY,
      ],
      ['14: Age', ok({ 'cache-control': 'max-age=14400', age: '3600' }), 3 * HOUR],
    ] as const)
      it(`13: not before ${why}, and within a day`, async () => {
        const found = await waits(answer, 4);
        expect(found).to.have.length.above(2);
        for (const gap of found)
          expect(gap).to.be.within(least, Math.min(1.1 * least, 1.1 * DAY) + 2 * MINUTE);
      });

    it('15: not in hours and on days that the feed names, in GMT', async () => {
      const channel =
        '<skipHours><hour>4</hour><hour>5</hour><hour>6</hour></skipHours><skipDays><day>Wednesday</day></skipDays>';
      const world = await polled(() => ok({}, feed(3, channel)));
      await world.advance(4 * DAY);
      const times = world.server.of(A).map(({ at }) => new Date(at));
      expect(times).to.have.length.above(50);
      for (const time of times) {
        expect(time.getUTCHours()).not.to.be.within(4, 6);
        expect(time.getUTCDay()).not.to.equal(3);
      }
    });

    for (const [why, answer, least] of [
      ['16: after Retry-After in seconds', { status: 429, headers: { 'retry-after': '20000' } }, 20_000_000],
      ['16: after Retry-After as a date', { status: 503, headers: { 'retry-after': 'AT' } }, 6 * HOUR],
      ['16: within a day', { status: 503, headers: { 'retry-after': '99999999' } }, DAY],
      ['17: four hours after a 429 that does not say', { status: 429 }, 4 * HOUR],
    ] as const)
      it(why, async () => {
        let turn = 0;
        const world = await polled(({ at }) =>
          turn++
            ? ok()
            : ({
                status: answer.status,
                headers: {
                  'retry-after': 'headers' in answer ? answer.headers['retry-after'] : '',
                  ...('headers' in answer &&
                    answer.headers['retry-after'] === 'AT' && {
                      'retry-after': new Date(at + 6 * HOUR + 1000).toUTCString(),
                    }),
                },
              } as Answer),
        );
        // Nor by hand.
        await world.advance(HOUR);
        await refresh(world);
        await world.advance(3 * DAY);
        expect(gaps(world.server.of(A))[0]).to.be.within(least, 1.1 * least + 2 * MINUTE);
      });

    it('18: what one feed asks for holds up no other of its host', async () => {
      const other = 'https://truong-a.example/van-ban';
      const world = await polled(() => ({ status: 429, headers: { 'retry-after': '80000' } }), {
        [other]: () => ok(both),
      });
      await world.advance(12 * HOUR);
      expect(world.server.of(A)).to.have.length(1);
      expect(world.server.of(other)).to.have.length.above(8);
    });

    it('19, 20: no second try in a poll; half as often with every failure, daily at least, as usual after a success', async () => {
      let broken = true;
      const world = await polled(() => (broken ? { status: 500 } : ok(both)));
      await world.advance(6 * DAY);
      const found = gaps(world.server.of(A)).map((gap) => Math.round(gap / HOUR));
      expect(found.slice(0, 4)).to.satisfy(
        ([a, b, c, d]: number[]) => a! >= 2 && b! >= 4 && c! >= 8 && d! >= 16,
      );
      for (const gap of gaps(world.server.of(A))) expect(gap).to.be.within(2 * HOUR, 1.1 * DAY + 2 * MINUTE);
      broken = false;
      await world.advance(2 * DAY);
      expect(gaps(world.server.of(A)).at(-1)).to.be.within(HOUR, 1.1 * HOUR + 2 * MINUTE);
    });

    it('21: to have no network is nobody’s failure; asked again within minutes', async () => {
      const world = await polled(conditional(both), { [B]: conditional(both) });
      await world.advance(2 * HOUR);
      world.online = false;
      await world.advance(DAY);
      for (const { poll } of Object.values(storeOf(world).sources)) expect(poll.failures).to.equal(0);
      expect(world.badge.title).to.include('mạng');
      world.online = true;
      const before = world.server.requests.length;
      await world.advance(8 * MINUTE);
      expect(world.server.requests.length - before).to.equal(2);
      expect(world.badge.title).not.to.include('mạng');
    });

    it('21: nor is it when no name is found, though the browser thinks it is online', async () => {
      let down = false;
      const handler: Handler = (request) => (down ? { fault: 'reset' } : conditional(both)(request));
      const world = await polled(handler, { [B]: handler });
      await world.advance(2 * HOUR);
      down = true;
      await world.advance(DAY);
      for (const { poll } of Object.values(storeOf(world).sources)) expect(poll.failures).to.equal(0);
      down = false;
      await world.advance(8 * MINUTE);
      for (const { poll } of Object.values(storeOf(world).sources))
        expect(poll.unreached).to.equal(undefined);
    });

    it('21: but it is the server’s if others answer, or if it is so again', async () => {
      const world = await polled(() => ({ fault: 'reset' }), { [B]: conditional(both) });
      await world.advance(DAY);
      expect(storeOf(world).sources[A]!.poll.failures).to.be.above(2);
      const alone = await polled(() => ({ fault: 'reset' }));
      await alone.advance(2 * DAY);
      expect(storeOf(alone).sources[A]!.poll.failures).to.be.above(2);
      expect(alone.server.of(A)).to.have.length.below(20);
    });

    it('22: never again after a 410, which is told; less and less often after a 404', async () => {
      let turn = 0;
      const world = await polled(() => (turn++ ? { status: 410 } : ok(both)));
      await world.advance(5 * DAY);
      expect(world.server.of(A)).to.have.length(2);
      expect(world.badge.text).to.equal('!');
      const missing = await polled(() => ({ status: 404 }));
      await missing.advance(5 * DAY);
      expect(missing.server.of(A)).to.have.length.below(12);
    });
  });

  describe('how', () => {
    it('23: one request at a time to a host, a second apart; other hosts do not wait', async () => {
      const feeds = ['1', '2', '3', '4'].map((name) => `https://truong-a.example/${name}`);
      const slow = () => ({ ...ok(both), takes: 3000 });
      const world = await worldWith({ ...served(feeds, slow), [B]: () => ok(both) });
      await world.advance(2 * DAY);
      const host = world.server.requests.filter(({ url }) => url !== B);
      expect(host).to.have.length.above(40);
      for (const gap of gaps(host)) expect(gap).to.be.at.least(1000);
      expect(world.server.of(B)[0]!.at).to.equal(NOW);
    });

    it('23: nor across the death of a worker, nor by hand', async () => {
      const feeds = ['1', '2', '3'].map((name) => `https://truong-a.example/${name}`);
      const world = await worldWith(served(feeds, () => ({ ...ok(both), takes: 500 })));
      for (let time = 0; time < 40; time++) {
        await world.advance(700);
        world.kill();
        void refresh(world);
        await world.settle();
      }
      await world.advance(HOUR);
      for (const gap of gaps(world.server.requests)) expect(gap).to.be.at.least(1000);
    });

    it('24: no herd after sleep', async () => {
      const feeds = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://truong-${name}.example/rss`);
      const world = await worldWith(served(feeds, () => ok(both)));
      await world.advance(5 * HOUR);
      const before = world.server.requests.length;
      await world.sleep(9 * HOUR);
      await world.advance(10 * MINUTE);
      const caught = world.server.requests.slice(before);
      expect(new Set(caught.map(({ url }) => url)).size).to.equal(6);
      for (const gap of gaps(caught)) expect(gap).to.be.at.least(29_000);
    });

    it('30: redirects are followed; where one leads for a week is offered', async () => {
      const to = 'https://moi.truong-a.example/rss';
      const world = await polled((request) => ({ ...conditional(both)(request), url: to }));
      await world.advance(6 * DAY);
      expect(world.badge.text).to.equal('');
      await world.advance(2 * DAY);
      expect(storeOf(world).sources[A]!.poll.moved!.to).to.equal(to);
      expect(world.badge.text).to.equal('!');
    });

    it('31: a silent server is given up after 20 s, an endless body after some megabytes', async () => {
      const world = await polled(() => ({ fault: 'timeout' }), { [B]: () => ({ fault: 'endless' }) });
      await world.advance(10 * MINUTE);
      const [seen] = world.server.of(A);
      expect(seen!.end! - seen!.at).to.equal(20_000);
      const { sources } = storeOf(world);
      expect(sources[A]!.poll.problem).to.deep.equal({ kind: 'timeout' });
      expect(sources[B]!.poll.problem).to.deep.equal({ kind: 'too-large' });
    });

    it('32: what is not modified is not read', async () => {
      let body: string | undefined = feed();
      const world = await polled((request) =>
        sent(request, 'if-none-match') ? { status: 304, headers: both, body: body! } : ok(both, body!),
      );
      await world.advance(MINUTE);
      const before = JSON.stringify(storeOf(world).posts);
      body = undefined;
      await world.advance(DAY);
      expect(JSON.stringify(storeOf(world).posts)).to.equal(before);
    });
  });

  describe('besides', () => {
    it('a site that is not granted is never asked, and that is told', async () => {
      const world = await polled(conditional(both));
      await world.advance(HOUR);
      world.granted.delete(permissionFor(A));
      world.fire('permissions.onRemoved', {});
      const before = world.server.requests.length;
      await world.advance(2 * DAY);
      expect(world.server.requests).to.have.length(before);
      expect(storeOf(world).denied).to.deep.equal([permissionFor(A)]);
      expect(world.badge.text).to.equal('!');
      world.granted.add(permissionFor(A));
      world.fire('permissions.onAdded', {});
      await world.advance(MINUTE);
      expect(world.server.requests.length).to.equal(before + 1);
      expect(world.badge.text).to.equal('');
    });

    it('paused, nothing is asked by itself, by hand it is; then it goes on', async () => {
      const world = await polled(conditional(both));
      await world.advance(HOUR / 2);
      await edit(world, (store) => ({
        ...store,
        settings: { ...store.settings, paused: world.now() + 6 * HOUR },
      }));
      await world.advance(5 * HOUR);
      expect(world.badge.text).to.equal('nghỉ');
      expect(world.server.of(A)).to.have.length(1);
      expect(await refresh(world)).to.deep.equal({ asked: 1 });
      await world.advance(2 * HOUR);
      expect(world.badge.text).to.equal('');
      expect(world.server.of(A)).to.have.length.above(2);
    });

    it('a dead source holds up no other', async () => {
      let count = 3;
      const handler: Handler = () => ok({ etag: `"${count}"` }, feed(count));
      const world = await polled(() => ({ fault: 'timeout' }), { [B]: handler });
      await world.advance(2 * HOUR);
      count = 4;
      await world.advance(2 * HOUR);
      expect(unreadOf(world)).to.deep.equal(['Bài 3']);
      expect(world.badge.text).to.match(/^1/);
    });

    it('the alarm is set anew where the browser has forgotten it', async () => {
      const world = await polled(conditional(both));
      await world.restart(true);
      await world.advance(5 * HOUR);
      expect(world.server.of(A)).to.have.length.above(4);
    });

    it('nothing goes wrong on the way', async () => {
      const world = await polled(conditional(both));
      await world.advance(3 * DAY);
      expect(world.errors).to.deep.equal([]);
    });
  });
});
