/** Small responses that unpack to bodies which take gigabytes or minutes to read. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { collect } from '../run-command.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

const feed = (inner: string) => `<rss><channel><title>Tin</title>${inner}`;
const item = (inner: string) => feed(`<item><guid>1</guid>${inner}</item>`);
const ENTITIES = `<!DOCTYPE rss [${Array.from({ length: 1000 }, (_, index) => `<!ENTITY e${index} "${'&#60;'.repeat(40)}">`).join('')}]>`;

/** Which of the two ends a reading depends on the machine. */
const STOPPED = /cần quá nhiều bộ nhớ|giây chưa xong/;
const EMPTY = /^$/;

/** Each body is less than 32 MB, so that it is read. The words are those of the status. */
const BODIES: [name: string, body: () => string, words: RegExp, page?: { item: string }][] = [
  ['31 million <', () => '<'.repeat(31e6), /không phải nguồn tin/],
  ['declared entities', () => ENTITIES + item(`<title>${'&e7;'.repeat(7e6)}</title>`), STOPPED],
  ['a title of 7.7 million references', () => item(`<title>${'&lt;'.repeat(77e5)}</title>`), STOPPED],
  ['10 million arrays', () => `[${'[],'.repeat(10e6)}[]]`, STOPPED],
  ['16 million nested arrays', () => '['.repeat(16e6) + ']'.repeat(16e6), /hơn 100 tầng/],
];
/** Further ones, which take a few minutes. */
if (process.env.TCT_ALL)
  BODIES.push(
    ['31 million < in a feed', () => feed('<'.repeat(31e6)), EMPTY],
    ['a text of references', () => item(`<description>${'&lt;'.repeat(77e5)}</description>`), STOPPED],
    ['5 million nested objects', () => '{"":'.repeat(5e6), /hơn 100 tầng/],
    ['10 million nested elements', () => feed('<a>'.repeat(10e6)), EMPTY],
    ['4 million empty items', () => feed('<item/>'.repeat(4e6)), STOPPED],
    ['16 million tags', () => item(`<media:keywords>${','.repeat(16e6)}</media:keywords>`), STOPPED],
    ['a page of 7 million cells', () => '<td>'.repeat(7e6), /hơn 50000 phần tử/, { item: 'td' }],
    [
      'a page without end',
      () => '<td></td>'.repeat(2e4),
      /30 giây chưa xong/,
      { item: 'td:has(~ td ~ td ~ b)' },
    ],
  );

describe('hostile bodies', () => {
  let hub: Hub;
  let server: Server;
  before(async () => {
    server = createServer((request, response) => {
      const hostile = BODIES[Number(request.url!.slice(1))];
      if (!hostile) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(hostile[1](), { level: 1 }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const school = (id: string, news: unknown) => ({
      id,
      name: `Trường ${id}`,
      home: 'https://h.example/',
      news,
    });
    hub = await startHub(({ joomla }) => [
      ...BODIES.map(([, , , page], index) => {
        const url = `http://127.0.0.1:${port}/${index}`;
        return school(`h${index}`, page ? { url, kind: 'page', ...page } : url);
      }),
      school('good', joomla.url('/tin-tuc?format=feed&type=rss')),
    ]);
  });
  after(async () => {
    await hub.stop();
    server.close();
  });

  it('cost only their own source, with 512 MB of memory', async function () {
    this.timeout(400_000);
    const { code, text } = await collect(hub, NOW, ['--json'], { nodeArgs: ['--max-old-space-size=512'] });
    expect(code, text).to.equal(1);
    expect(titles(await hub.feed('news.json'))).to.not.have.length(0);
    const { sources } = JSON.parse(await hub.text('status.json')) as {
      sources: { school: string; error?: string }[];
    };
    for (const { school, error = '' } of sources) {
      const [name, , words] = BODIES[Number(school.slice(1))] ?? ['the good one', undefined, EMPTY];
      expect(error, name).to.match(words);
    }
  });
});
