import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { completeSource, discoverCommand, readSource } from '../../../demo/nhung/own-source.ts';

describe('the address of a source of one’s own', () => {
  it('is completed, and that is said', () => {
    const { text, urls, note } = completeSource(' truong.example/rss  https://b.example/feed ');
    expect(text).to.equal('https://truong.example/rss https://b.example/feed');
    expect(urls).to.deep.equal(['https://truong.example/rss', 'https://b.example/feed']);
    expect(note?.[1]).to.contain('https://truong.example/rss');
  });

  it('stays as it is if it is complete', () => {
    expect(completeSource('http://127.0.0.1:8080/rss')).to.deep.equal({
      text: 'http://127.0.0.1:8080/rss',
      urls: ['http://127.0.0.1:8080/rss'],
      wrong: [],
    });
  });

  it('is http or https', () => {
    for (const typed of ['ftp://a.example/rss', 'javascript://a.example/%0aalert(1)', 'rss'])
      expect(completeSource(typed), typed)
        .to.include({ text: typed })
        .and.deep.include({ urls: [], wrong: [typed] });
  });

  it('leads to the command that finds the site’s sources for the hub', () => {
    expect(discoverCommand('https://nb.example/tin/rss?x=1')).to.equal(
      'node tct-hub.js discover https://nb.example/',
    );
  });
});

describe('a source of one’s own', () => {
  let server: Server;
  let base = '';
  const answers: Record<string, [status: number, body: string]> = {
    '/rss': [
      200,
      '<rss version="2.0"><channel><title>T</title><item><title>Một</title></item></channel></rss>',
    ],
    '/html': [200, '<!doctype html><title>Trang chủ</title><p>Xin chào'],
    '/refused': [403, ''],
    '/missing': [404, ''],
  };

  before(async () => {
    server = createServer((request, response) => {
      const [status, body] = answers[request.url!]!;
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it('is read as a widget reads it', async () => {
    expect(await readSource(`${base}/rss`)).to.deep.equal({ url: `${base}/rss`, count: 1 });
  });

  for (const [path, words, isForHub] of [
    ['/html', /HTML page titled “Trang chủ”/, true],
    ['/refused', /403/, false],
    ['/missing', /404/, false],
  ] as const)
    it(`${path} is explained, ${isForHub ? 'and' : 'and not'} offered to the hub`, async () => {
      const { problem, count, ...rest } = await readSource(base + path);
      expect(count).to.equal(undefined);
      expect(problem![1]).to.match(words);
      expect(rest.isForHub).to.equal(isForHub);
    });
});
