import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { Location: location }).end();
const text =
  (body: string | Buffer, headers = {}): Answer =>
  (_, response) =>
    response.writeHead(200, headers).end(body);

/** Faults of a source, and the message in the status. */
const FAULTS: [name: string, answer: Answer, words: RegExp][] = [
  ['a gzip bomb', text(gzipSync(Buffer.alloc(40 * 2 ** 20)), { 'Content-Encoding': 'gzip' }), /quá dài/],
  [
    'a gzip bomb in gzip',
    text(gzipSync(gzipSync(Buffer.alloc(40 * 2 ** 20))), { 'Content-Encoding': 'gzip, gzip' }),
    /quá dài/,
  ],
  [
    'an endless response',
    (_, response) => {
      const chunk = Buffer.alloc(1 << 16, 'a');
      const more = () => {
        while (response.write(chunk));
        response.once('drain', more);
      };
      more();
    },
    /quá dài/,
  ],
  [
    'a response that never ends',
    (request, response) => {
      const timer = setInterval(() => response.write('<item>'), 20);
      request.socket.once('close', () => clearInterval(timer));
    },
    /không trả lời kịp/,
  ],
  ['no response', () => {}, /không trả lời kịp/],
  ['a redirect loop', redirect('/a-redirect-loop'), /chuyển hướng vòng quanh/],
  ['a redirect to a file', redirect('file:///etc/passwd'), /địa chỉ không đọc được/],
  ['no HTTP', ({ socket }) => socket.end('HTTP/1.1 2OO\r\n\r\n'), /bị ngắt/],
  ['broken gzip', text('not gzip', { 'Content-Encoding': 'gzip' }), /bị ngắt/],
  ['an empty body', text(''), /0 byte/],
  ['a page', text('<!doctype html><title>Trang chủ</title>'), /trang HTML có tiêu đề “Trang chủ”/],
  ['a login', (_, response) => response.writeHead(401).end(), /đăng nhập/],
  ['gone for good', (_, response) => response.writeHead(410).end(), /gỡ hẳn/],
  ['too many requests', (_, response) => response.writeHead(429).end(), /hỏi thưa hơn/],
  ['an error', (_, response) => response.writeHead(500).end(), /lỗi 500/],
];

const path = (name: string) => `/${name.replaceAll(' ', '-')}`;

describe('broken and hostile sources', () => {
  let hub: Hub;
  let server: Server;
  let origin: string;
  before(async () => {
    server = createServer((request, response) => {
      const fault = FAULTS.find(([name]) => path(name) === request.url);
      if (fault) fault[1](request, response);
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => hub.stop());

  it('are reported with a message, and delay no other source', async () => {
    const school = (id: string, news: string) => ({ id, name: `Trường ${id}`, home: `${origin}/`, news });
    const elsewhere: [id: string, url: string, words: RegExp][] = [
      ['tls', `${origin.replace('http:', 'https:')}/`, /HTTPS/],
      ['refused', 'http://127.0.0.1:49151/', /từ chối kết nối/],
    ];
    hub = await startHub(({ joomla }) => [
      school('good', joomla.url('/tin-tuc?format=feed&type=rss')),
      ...FAULTS.map(([name], index) => school(`f${index}`, origin + path(name))),
      ...elsewhere.map(([id, url]) => school(id, url)),
    ]);
    const { asked, failing } = await hub.run(NOW, {
      clientOptions: { userAgent: 'test', timeoutMs: 5000, spacingMs: 0 },
    });
    expect(asked).to.equal(FAULTS.length + 3);
    expect(failing).to.have.length(FAULTS.length + 2);
    const { sources } = JSON.parse(await hub.text('status.json')) as {
      sources: { school: string; error?: string; next_due?: string }[];
    };
    const statusOf = (id: string) => sources.find(({ school }) => school === id)!;
    for (const [index, [name, , words]] of FAULTS.entries())
      expect(statusOf(`f${index}`).error, name).to.match(words);
    for (const [id, , words] of elsewhere) expect(statusOf(id).error, id).to.match(words);
    expect(statusOf(`f${FAULTS.findIndex(([name]) => name === 'gone for good')}`)).to.not.have.property(
      'next_due',
    );
    expect((await hub.feed('news.json')).items).to.not.have.length(0);
  });

  it('are polled again later, and lose no posts', async () => {
    hub = await startHub(({ joomla }) => [
      {
        id: 'jo',
        name: 'Trường',
        home: joomla.url('/'),
        news: joomla.url('/tin-tuc?format=feed&type=rss'),
      },
    ]);
    await hub.run(NOW);
    const before = titles(await hub.feed('news.json'));
    hub.sites.joomla.setFault({ kind: 'truncate' });
    const broken = await hub.run(NOW + 30 * HOUR_MS);
    expect(broken.failing).to.deep.equal(['jo · Tin']);
    // It still fails, though it is not polled in this run.
    const quiet = await hub.run(NOW + 30 * HOUR_MS + 60_000);
    expect(quiet).to.deep.include({ asked: 0, failing: ['jo · Tin'] });
    hub.sites.joomla.setFault(undefined);
    expect((await hub.run(NOW + 90 * HOUR_MS)).failing).to.deep.equal([]);
    expect(titles(await hub.feed('news.json'))).to.deep.equal(before);
  });

  it('appear in the status with the title of a page or a known error, and no other part of the body', async () => {
    const SECRET = 'khoa-bi-mat';
    const bodies: [body: string, words: RegExp][] = [
      [SECRET, /văn bản thường, không phải nguồn tin\.$/],
      [`root:${SECRET}:0:0`, /văn bản thường/],
      [`<html><body>${SECRET}</body></html>`, /^Đây là trang HTML, không phải nguồn tin/],
      [`<html><title> </title><body>${SECRET}</body></html>`, /^Đây là trang HTML, /],
      [`{"${SECRET}":"${SECRET}"}`, /^Đây là JSON .* Liferay\.$/],
      [`{"message":"${SECRET}"}`, /^Trang nguồn báo lỗi\.$/],
      [`{"error":{"message":"${SECRET}"}}`, /./],
      [`{"items":[{"${SECRET}"`, /./],
      [`["${SECRET}"]`, /./],
      [`"${SECRET}"`, /./],
      [`<Error><Code>x</Code><Message>${SECRET}</Message></Error>`, /^Trang nguồn báo lỗi\.$/],
      [`<${SECRET}>1</${SECRET}>`, /^Đây là XML, không phải RSS/],
      [`<html><title>Trang chủ</title><body>${SECRET}</body></html>`, /“Trang chủ”/],
      [`<html><body>Access denied for ${SECRET}</body></html>`, /“Access denied”/],
      [`<ul><li>${SECRET}</li></ul><a rel=next href="/${SECRET}">2</a>`, /./],
    ];
    const site = createServer(({ url }, response) => {
      const body = bodies[Number(url!.replace(/\D/g, ''))]?.[0];
      response.writeHead(url === '/robots.txt' ? 404 : 200).end(body);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const home = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    hub = await startHub(() =>
      bodies.map((_, index) => ({
        id: `b${index}`,
        name: 'Trường',
        home,
        news: `${home}/${index}`,
        documents: { url: `${home}/${index}?trang`, kind: 'page' },
      })),
    );
    try {
      await hub.run(NOW);
    } finally {
      site.close();
    }
    for (const name of ['status.json', 'status.html'])
      expect(await hub.text(name), name).to.not.include(SECRET);
    const { sources } = JSON.parse(await hub.text('status.json')) as {
      sources: { school: string; kind: string; error?: string }[];
    };
    for (const [index, [body, words]] of bodies.entries()) {
      const { error } = sources.find(({ school, kind }) => school === `b${index}` && kind === 'news')!;
      expect(error, body)
        .to.match(words)
        .and.not.match(/[[\]{}]/);
    }
  });
});
