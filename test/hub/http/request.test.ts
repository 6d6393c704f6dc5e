import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import { request } from '../../../hub/http/request.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** Sends an answer over and over, until the client hangs up. */
function flood(answer: string) {
  return (socket: Socket) => {
    const more = () => {
      while (socket.write(answer));
    };
    socket.on('drain', more);
    more();
  };
}

const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** What a server sends, and the failure that is reported; undefined for a success. */
const ANSWERS: [name: string, answer: string | ((socket: Socket) => void), failure: string | undefined][] = [
  ['101 with Upgrade, then the end', SWITCH, 'protocol'],
  ['101 with Upgrade, left open', (socket) => socket.write(SWITCH), 'protocol'],
  ['101 with Upgrade and bytes of another protocol', `${SWITCH}\x81\x05hello`, 'protocol'],
  ['101 to h2c', 'HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', 'protocol'],
  ['101 without Upgrade', 'HTTP/1.1 101 x\r\n\r\nhello', 'protocol'],
  ['101 with a length', 'HTTP/1.1 101 x\r\nContent-Length: 3\r\n\r\nabc', 'protocol'],
  ['a status below 100', 'HTTP/1.1 099 x\r\nContent-Length: 3\r\n\r\nabc', 'protocol'],
  ['a status of zero', 'HTTP/1.1 000 x\r\nContent-Length: 3\r\n\r\nabc', 'protocol'],
  ['304 without having been asked', 'HTTP/1.1 304 x\r\n\r\n', 'protocol'],
  ['an interim response and nothing more', 'HTTP/1.1 103 x\r\n\r\n', 'reset'],
  ['an interim response, left open', (socket) => socket.write('HTTP/1.1 100 x\r\n\r\n'), 'timeout'],
  ['interim responses without end', flood('HTTP/1.1 103 x\r\nLink: <a>\r\n\r\n'), 'protocol'],
  ['100 without end', flood('HTTP/1.1 100 Continue\r\n\r\n'), 'protocol'],
  ['headers without end', (socket) => socket.write('HTTP/1.1 200 OK\r\nX'), 'timeout'],
  ['too many headers', flood('HTTP/1.1 200 OK\r\nX: y\r\n'), 'reset'],
  ['half a status line', 'HTTP/1.', 'reset'],
  ['the end', '', 'reset'],
  ['a body cut off', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc', 'reset'],
  [
    'a body without end',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'),
    'timeout',
  ],
  [
    'a chunk without end',
    (socket) => socket.write(`${OK.replace(/Content.*/s, 'Transfer-Encoding: chunked')}\r\n\r\n5\r\na`),
    'timeout',
  ],
  ['a redirect to no URL', 'HTTP/1.1 302 x\r\nLocation: http://1.2.3.4.5/x\r\n\r\n', 'redirect'],
  [
    'an upgrade offered beside a body',
    OK.replace('OK', 'OK\r\nConnection: Upgrade\r\nUpgrade: h2c'),
    undefined,
  ],
  ['an interim response before the final one', `HTTP/1.1 103 x\r\n\r\n${OK}`, undefined],
];

describe('a request', () => {
  let server: Server;
  let origin: string;
  let answer: string | ((socket: Socket) => void);
  const sockets = new Set<Socket>();
  before(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
      socket.once('data', () => (typeof answer === 'string' ? socket.end(answer, 'latin1') : answer(socket)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
  });
  after(() => {
    server.close();
  });

  describe('settles, whatever the server sends:', () => {
    for (const [name, sent, failure] of ANSWERS)
      it(name, async () => {
        answer = sent;
        // Short only where the time limit is what ends the request.
        const result = await request(`${origin}/`, {}, failure === 'timeout' ? 100 : 20_000, () => true);
        expect('failure' in result ? result.failure : undefined).to.equal(failure);
      });
  });

  it('fails for what is not a URL', async () => {
    for (const url of ['http://1.2.3.4.5/x', 'http://', 'anh.jpg', 'http://a b/'])
      expect(await request(url, {}, 20_000, () => false), url).to.deep.equal({ failure: 'redirect' });
  });

  it('accepts a 304 if it had validators', async () => {
    answer = 'HTTP/1.1 304 x\r\n\r\n';
    for (const name of ['If-None-Match', 'If-Modified-Since'])
      expect(await request(`${origin}/`, { [name]: '"1"' }, 20_000, () => true)).to.include({ status: 304 });
  });

  describe('that is answered by 101, or by a first 304,', () => {
    let hub: Hub;
    afterEach(() => hub.stop());

    for (const [name, sent] of [
      ['101', SWITCH],
      ['304', 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'],
    ] as const)
      it(`costs only its own source: ${name}`, async () => {
        answer = sent;
        hub = await startHub(({ joomla }) => [
          {
            id: 'tot',
            name: 'Tốt',
            home: joomla.url('/'),
            news: joomla.url('/tin-tuc?format=feed&type=rss'),
          },
          { id: 'nguon', name: 'Nguồn', home: origin, news: `${origin}/rss` },
          { id: 'trang', name: 'Trang', home: origin, news: { url: `${origin}/tin`, kind: 'page' } },
        ]);
        const { failing } = await hub.run(
          NOW,
          {},
          {
            ...hub.configuration,
            weather: `${origin}/v1/forecast`,
            places: [{ id: 'ha-noi', name: 'Hà Nội', latitude: 21, longitude: 105.8 }],
          },
        );
        expect(failing).to.deep.equal(['nguon · Tin', 'trang · Tin', 'Thời tiết']);
        expect((await hub.feed('news.json')).items).to.not.have.length(0);
        const { sources, weather } = JSON.parse(await hub.text('status.json'));
        expect(sources[1].error).to.include('trái với giao thức HTTP');
        expect(sources[2].error).to.match(/robots\.txt.*trái với giao thức HTTP/);
        expect(weather.error).to.include('trái với giao thức HTTP');
      });
  });

  it('is not prevented by validators that cannot be sent back', async () => {
    const feed = '<rss version="2.0"><channel><item><title>Bài</title><link>/1</link></item></channel></rss>';
    answer = `HTTP/1.1 200 OK\r\nETag: "\x01"\r\nLast-Modified: \x7f\r\nContent-Length: ${Buffer.byteLength(feed, 'latin1')}\r\n\r\n${feed}`;
    const hub = await startHub(() => [{ id: 'ky', name: 'Trường', home: origin, news: `${origin}/rss` }]);
    try {
      for (const days of [0, 2, 4]) {
        const { asked, failing } = await hub.run(NOW + days * DAY_MS);
        expect({ asked, failing }).to.deep.equal({ asked: 1, failing: [] });
      }
    } finally {
      await hub.stop();
    }
  });
});
