import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { serve } from '../../../hub/http/serve.ts';
import { PublicFolder } from '../../../hub/publish/public-folder.ts';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe('the server for development', () => {
  let folder: string;
  let server: Server;
  let url: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-serve-'));
    await writeFile(join(folder, 'secret.json'), '{}');
    const out = new PublicFolder(join(folder, 'out'));
    await out.writeJson('news.json', { title: 'Tin mới' });
    await out.write('index.html', '<!doctype html><title>Cụm</title>');
    await out.write('tct.js', 'tct = 1;');
    await mkdir(join(out.path, 'schools'));
    await writeFile(join(out.path, 'photo.webp'), 'webp');
    await out.write('docs/en/index.html', '<!doctype html><title>Docs</title>');
    await mkdir(join(folder, 'beside'));
    await writeFile(join(folder, 'beside/index.html'), 'secret');
    ({ server, url } = await serve(out.path));
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  /** Sends the path as it is written: `fetch` would resolve `..`, and decompress the body. */
  function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
    return new Promise((resolve, reject) => {
      request(url, { path, headers, method, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  it('listens on this machine only', () => {
    expect(server.address()).to.include({ address: '127.0.0.1' });
  });

  it('sends files with their types, and lets pages of other sites read them', async () => {
    for (const [path, type] of [
      ['/news.json', 'application/json; charset=utf-8'],
      ['/news.json?v=1', 'application/json; charset=utf-8'],
      ['/tct.js', 'text/javascript; charset=utf-8'],
      ['/', 'text/html; charset=utf-8'],
      ['/index.html', 'text/html; charset=utf-8'],
      ['/photo.webp', 'image/webp'],
    ] as const)
      for (const encodings of ['', 'gzip, br']) {
        const { status, headers } = await get(path, { 'Accept-Encoding': encodings });
        expect(status, path).to.equal(200);
        expect(headers['content-type'], path).to.equal(type);
        expect(headers['access-control-allow-origin'], path).to.equal('*');
        expect(headers['x-content-type-options'], path).to.equal('nosniff');
        expect(headers['cache-control'], path).to.equal('no-cache');
      }
  });

  it('sends the compressed copies to clients that accept them', async () => {
    const plain = await get('/news.json');
    expect(plain.headers).to.not.have.property('content-encoding');
    for (const [accepted, encoding, decompress] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const { headers, body } = await get('/news.json', { 'Accept-Encoding': accepted });
      expect(headers['content-encoding']).to.equal(encoding);
      expect(headers.vary).to.equal('Accept-Encoding');
      expect(decompress(body).equals(plain.body)).to.equal(true);
    }
  });

  it('responds with 304 for unchanged files, and sends changed ones', async () => {
    const { headers } = await get('/tct.js');
    const validator = { 'If-None-Match': headers.etag! };
    expect((await get('/tct.js', validator)).status).to.equal(304);
    await new PublicFolder(join(folder, 'out')).write('tct.js', 'tct = 1.5;');
    const { status, body } = await get('/tct.js', validator);
    expect(`${status} ${body}`).to.equal('200 tct = 1.5;');
  });

  it('sends ranges, and survives invalid ones', async () => {
    const { status, headers, body } = await get('/photo.webp', { Range: 'bytes=1-2' });
    expect(`${status} ${body}`).to.equal('206 eb');
    expect(headers['content-range']).to.equal('bytes 1-2/4');
    await get('/photo.webp', { Range: 'bytes=3-1' }).catch(() => {});
    expect((await get('/photo.webp', { Range: 'bytes=9-' })).status).to.equal(416);
    expect((await get('/photo.webp')).status).to.equal(200);
  });

  it('sends only headers for HEAD, and accepts no other methods', async () => {
    const { status, headers, body } = await get('/photo.webp', {}, 'HEAD');
    expect(`${status} ${headers['content-length']} ${body}`).to.equal('200 4 ');
    const refused = await get('/news.json', {}, 'POST');
    expect(`${refused.status} ${refused.headers.allow}`).to.equal('405 GET, HEAD');
  });

  it('leads from a subfolder’s name to its page, with the slash that the page’s links need', async () => {
    for (const [path, location] of [
      ['/docs/en', '/docs/en/'],
      ['/docs/en?a=/b', '/docs/en/?a=/b'],
      ['//docs/en', '//docs/en/'],
      ['/docs/%65n', '/docs/%65n/'],
    ] as const) {
      const { status, headers } = await get(path);
      expect(status, path).to.equal(302);
      expect(new URL(headers.location!, `http://hub.example${path}`).href).to.equal(
        `http://hub.example${location}`,
      );
    }
    for (const path of ['/docs/en/', '/docs/en/index.html', '/docs/en/index'])
      expect((await get(path)).status, path).to.equal(200);
    for (const path of ['/docs', '/..%2fbeside', '/../beside', '/%00'])
      expect((await get(path)).status, path).to.equal(404);
  });

  it('sends nothing from outside the folder, and no directory listings', async () => {
    for (const path of [
      '/../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e/secret.json',
      '/khong-co.json',
      '/%00',
      '/%',
      '/schools',
      '/schools/',
    ]) {
      const { status, headers, body } = await get(path);
      expect(status, path).to.equal(404);
      expect(headers['access-control-allow-origin'], path).to.equal('*');
      expect(body.toString(), path).to.equal('Không có tệp này.\n');
    }
  });
});
