import dns from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { DAY_MS } from '../../../core/time/duration.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const rss = (item = '') =>
  `<rss version="2.0"><channel><item><title>Bài một</title><link>/bai-1</link>${item}</item></channel></rss>`;

describe('the HTTP client', () => {
  let hub: Hub;
  let servers: Server[];
  beforeEach(async () => {
    hub = await startHub(() => []);
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await hub.stop();
  });

  /** @returns its origin */
  async function serve(answer: Answer): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function run(now: number, news: string[], more: object = {}, spacingMs = 0) {
    const schools = news.map((url, index) => ({ id: `t${index}`, name: 'Trường', home: url, news: url }));
    const clientOptions = { userAgent: 'test', timeoutMs: 5000, spacingMs };
    return hub.run(now, { clientOptions }, { ...hub.configuration, ...more, schools });
  }
  const status = async () => JSON.parse(await hub.text('status.json')).sources[0];

  it('sends one request at a time to a host, with pauses, and requests to several hosts at once', async () => {
    const SPACING = 80;
    let open = 0;
    let most = 0;
    let over = 0;
    const pauses: number[] = [];
    let otherWasAsked!: () => void;
    const other = new Promise<void>((resolve) => {
      otherWasAsked = resolve;
    });
    const one = await serve(async (_, response) => {
      if (over) pauses.push(performance.now() - over);
      most = Math.max(most, ++open);
      await other;
      response.end(rss(), () => {
        open--;
        over = performance.now();
      });
    });
    const two = await serve((_, response) => {
      otherWasAsked();
      response.end(rss());
    });
    const { failing } = await run(NOW, [`${one}/a`, `${one}/b`, `${one}/c`, `${two}/a`], {}, SPACING);
    expect(failing).to.deep.equal([]);
    expect(most).to.equal(1);
    expect(pauses).to.have.length(2);
    // A timer may be a little early, never by much.
    for (const pause of pauses) expect(pause).to.be.greaterThan(SPACING * 0.9);
  });

  it('follows redirects, and reports those that are permanent', async () => {
    let code = 302;
    const site = await serve(({ url }, response) => {
      if (url === '/rss-moi') response.end(rss());
      else response.writeHead(code, { Location: '/rss-moi' }).end();
    });
    for (const [status301, day, told] of [
      [false, 0, undefined],
      [false, 9, undefined],
      [true, 10, undefined],
      [true, 19, `${site}/rss-moi`],
    ] as const) {
      code = status301 ? 301 : 302;
      await run(NOW + day * DAY_MS, [`${site}/rss`]);
      expect(titles(await hub.feed('news.json'))).to.deep.equal(['Bài một']);
      expect((await status()).moved_to, `day ${day}`).to.equal(told);
    }
    expect(await hub.text('status.html')).to.include(`Đã chuyển lâu dài sang ${site}/rss-moi`);
  });

  describe('keeps cookies within one chain of redirects', () => {
    /** A site that sends a visitor without a cookie to the same address with it. The `Cookie` headers are recorded. */
    async function redirecting(setCookie: string | string[], target = ({ url }: IncomingMessage) => url!) {
      const cookies: (string | undefined)[] = [];
      const site = await serve((request, response) => {
        cookies.push(request.headers.cookie);
        if (request.headers.cookie) response.end(rss());
        else response.writeHead(302, { Location: target(request), 'Set-Cookie': setCookie }).end();
      });
      return { site, cookies };
    }

    it('of one host, and drops them afterwards', async () => {
      const { site, cookies } = await redirecting(['phien=1; Path=/; HttpOnly', 'x=2']);
      for (const days of [0, 2])
        expect((await run(NOW + days * DAY_MS, [`${site}/rss`])).failing).to.deep.equal([]);
      expect(cookies).to.deep.equal([undefined, 'phien=1; x=2', undefined, 'phien=1; x=2']);
      expect(titles(await hub.feed('news.json'))).to.deep.equal(['Bài một']);
    });

    it('not of another host', async () => {
      const { site: other, cookies } = await redirecting('x=1');
      const { site } = await redirecting('phien=1; Path=/', () => `${other}/rss`);
      await run(NOW, [`${site}/rss`, `${other}/rss`]);
      expect(cookies.filter((cookie) => cookie?.includes('phien'))).to.deep.equal([]);
    });

    it('and still ends a loop', async () => {
      const { site, cookies } = await redirecting('phien=; Max-Age=0');
      expect((await run(NOW, [`${site}/rss`])).failing).to.have.length(1);
      expect(cookies).to.have.length(11);
      expect((await status()).error).to.include('vòng quanh');
    });
  });

  describe('repeats a request whose answer sets a constant cookie and reloads', () => {
    const page = (cookie: string) =>
      `<html><body><script>document.cookie="${cookie}"+"; expires=Fri, 31-Dec-2099 23:59:59 GMT; path=/";window.location.reload(true);</script></body></html>`;

    async function guarded(isEnough: (cookie: string | undefined) => boolean, status = 200) {
      const cookies: Record<string, (string | undefined)[]> = {};
      const site = await serve(({ url, headers: { cookie } }, response) => {
        cookies[url!] = [...(cookies[url!] ?? []), cookie];
        if (isEnough(cookie)) response.end(rss());
        else response.writeHead(status, { 'Content-Type': 'text/html' }).end(page('D1N=abc123'));
      });
      return { site, cookies };
    }

    for (const status of [200, 403])
      it(`once, with the cookie: ${status}`, async () => {
        const { site, cookies } = await guarded((cookie) => cookie === 'D1N=abc123', status);
        for (const days of [0, 2])
          expect((await run(NOW + days * DAY_MS, [`${site}/rss`])).failing).to.deep.equal([]);
        expect(cookies).to.deep.equal({ '/rss': [undefined, 'D1N=abc123', undefined, 'D1N=abc123'] });
        expect(titles(await hub.feed('news.json'))).to.deep.equal(['Bài một']);
      });

    for (const code of [200, 403])
      it(`and says so where that does not help: ${code}`, async () => {
        const { site, cookies } = await guarded(() => false, code);
        expect((await run(NOW, [`${site}/rss`])).failing).to.have.length(1);
        expect(cookies['/rss']).to.have.length(2);
        expect(await status()).to.include({ code: 'challenge' });
        expect((await status()).error).to.match(/^Trang nguồn trả về trang kiểm tra trình duyệt/);
        expect((await status()).error).to.include('người quản trị trang nguồn');
      });

    it('for list pages, too', async () => {
      const { site, cookies } = await guarded(() => false);
      const news = { url: `${site}/tin`, kind: 'page', item: '.bai' };
      const schools = [{ id: 't0', name: 'Trường', home: site, news }];
      await hub.run(NOW, {}, { ...hub.configuration, schools });
      expect(cookies['/tin']).to.have.length(2);
      expect(await status()).to.include({ code: 'challenge' });
    });
  });

  it('reads what browsers decompress', async () => {
    const codings: [encoding: string, body: Buffer][] = [
      ['deflate', deflateRawSync(rss())],
      ['gzip, br', brotliCompressSync(gzipSync(rss()))],
    ];
    const site = await serve(({ url }, response) => {
      const [encoding, body] = codings[Number(url!.slice(1))]!;
      response.writeHead(200, { 'Content-Encoding': encoding }).end(body);
    });
    const news = codings.map((_, index) => `${site}/${index}`);
    expect((await run(NOW, news)).failing).to.deep.equal([]);
  });

  describe('does not follow a source to a private address', () => {
    let privateRequests: string[];
    let privateServer: string;
    beforeEach(async () => {
      privateRequests = [];
      const photo = await sharp({ create: { width: 900, height: 9, channels: 3, background: '#a31' } })
        .png()
        .toBuffer();
      privateServer = await serve(({ url }, response) => {
        privateRequests.push(url!);
        response.writeHead(200, { 'Content-Type': 'image/png' }).end(photo);
      });
    });

    for (const [name, host] of [
      ['by number', '127.0.0.1'],
      ['by name', 'localhost'],
    ] as const) {
      const at = (path: string) => privateServer.replace('127.0.0.1', host) + path;

      it(`for an image, ${name}`, async () => {
        const image = (address: string) => rss(`<enclosure url="${address}" type="image/png"/>`);
        const requested: string[] = [];
        let own = '';
        const site = await serve(({ url }, response) => {
          requested.push(url!);
          response.end(image(url === '/rss' ? at('/anh.png') : own));
        });
        own = `${site}/anh.png`;
        await run(NOW, [`${site}/rss`, `${site}/rss-2`], { images: true });
        expect(privateRequests).to.deep.equal([]);
        expect(requested).to.deep.equal(['/rss', '/rss-2', '/anh.png']);
        expect((await hub.feed('schools/t0/news.json')).items[0]!.image).to.equal(at('/anh.png'));
      });

      it(`for a redirect, ${name}`, async () => {
        const site = await serve((_, response) => response.writeHead(302, { Location: at('/') }).end());
        expect((await run(NOW, [`${site}/rss`])).failing).to.have.length(1);
        expect(privateRequests).to.deep.equal([]);
        expect((await status()).error).to.match(/^Trang chuyển hướng vào mạng nội bộ hoặc vào chính máy này/);
      });
    }

    describe('whatever names lead to:', () => {
      const { lookup } = dns;
      let addresses: dns.LookupAddress[];
      beforeEach(() => {
        dns.lookup = ((name: string, options: object, done: (...results: unknown[]) => void) => {
          if (!name.endsWith('.example')) return lookup(name, options, done);
          if ('all' in options && options.all) return done(null, addresses);
          return done(null, addresses[0]!.address, addresses[0]!.family);
        }) as typeof lookup;
        syncBuiltinESMExports();
      });
      afterEach(() => {
        dns.lookup = lookup;
        syncBuiltinESMExports();
      });
      const named = () => privateServer.replace('127.0.0.1', 'truong.example');

      for (const [name, resolved] of [
        ['loopback', [{ address: '127.0.0.1', family: 4 }]],
        ['loopback, mapped', [{ address: '::ffff:127.0.0.1', family: 6 }]],
        ['a link-local address with a zone', [{ address: 'fe80::1%lo', family: 6 }]],
        ['metadata', [{ address: '169.254.169.254', family: 4 }]],
        [
          'a public address and loopback',
          [
            { address: '93.184.215.14', family: 4 },
            { address: '127.0.0.1', family: 4 },
          ],
        ],
      ] as const)
        it(`a configured name is checked at every connection: ${name}`, async () => {
          addresses = [...resolved];
          await run(NOW, [`${named()}/rss`]);
          expect(privateRequests).to.deep.equal([]);
          expect((await status()).error).to.include('trỏ vào mạng nội bộ');
        });

      it('a configured name that redirects to itself is checked again', async () => {
        addresses = [{ address: '127.0.0.1', family: 4 }];
        const site = await serve((_, response) =>
          response.writeHead(302, { Location: `${named()}/secret` }).end(),
        );
        await run(NOW, [`${site}/rss`, `${named()}/rss`]);
        expect(privateRequests).to.deep.equal([]);
      });
    });

    it('unless the configuration has exactly this address', async () => {
      const site = await serve((_, response) =>
        response.writeHead(302, { Location: `${privateServer}/x` }).end(),
      );
      await run(NOW, [`${site}/rss`, `${privateServer}/rss`]);
      expect(privateRequests).to.have.members(['/x', '/rss']);
    });

    it('or has it as localhost', async () => {
      const named = privateServer.replace('127.0.0.1', 'localhost');
      await run(NOW, [`${named}/rss`]);
      expect(privateRequests).to.deep.equal(['/rss']);
    });
  });
});
