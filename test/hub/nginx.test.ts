import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type Hub, NOW, startHub } from './hub.ts';

const SHIPPED = new URL('../../hub/deploy/nginx.conf', import.meta.url);
const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when somebody listens. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await new Promise(setImmediate);
  }
}

describe('the shipped nginx configuration, in Debian’s nginx', () => {
  let hub: Hub;
  let nginx: ChildProcess;
  let port: number;

  before(async function () {
    if (spawnSync('nginx', ['-v']).status !== 0) this.skip();
    hub = await startHub(({ nukeviet, joomla }) => [
      { id: 'nv', name: 'Trường B', home: nukeviet.url('/'), news: nukeviet.url('/rss/') },
      {
        id: 'jo',
        name: 'Trường D',
        home: joomla.url('/'),
        news: joomla.url('/tin-tuc?format=feed&type=rss'),
      },
    ]);
    for (let index = 0; index < 60; index++)
      hub.sites.joomla.publish({ title: `Tin ${index}`, summary: '', published: NOW });
    await hub.run(NOW, { scripts: EMBED });
    port = await freePort();
    const brotli = existsSync(BROTLI);
    const shipped = (await readFile(SHIPPED, 'utf8'))
      .replace('/var/www/tct-hub', hub.out)
      .replace(/^brotli_static .*$/m, (line) => (brotli ? line : ''));
    const config = join(hub.folder, 'nginx.conf');
    await writeFile(
      config,
      `daemon off; pid ${hub.folder}/nginx.pid; error_log ${hub.folder}/error.log;
      ${brotli ? `load_module ${BROTLI};` : ''}
      ${process.getuid?.() === 0 ? 'user root;' : ''}
      events {}
      http { access_log off; client_body_temp_path ${hub.folder}/b; proxy_temp_path ${hub.folder}/p; fastcgi_temp_path ${hub.folder}/f;
        uwsgi_temp_path ${hub.folder}/u; scgi_temp_path ${hub.folder}/s;
        server { listen 127.0.0.1:${port}; ${shipped} } }`,
    );
    await chmod(hub.folder, 0o755);
    nginx = spawn('nginx', ['-c', config, '-p', hub.folder], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    nginx.stderr!.on('data', (bytes) => (said += bytes));
    const gone = once(nginx, 'exit').then(([code]) => {
      throw new Error(`nginx ended with ${code}: ${said}`);
    });
    await Promise.race([listening(port), gone]);
    gone.catch(() => {});
  });

  after(async () => {
    if (nginx) {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
    }
    await hub?.stop();
  });

  /** As it goes over the wire: nothing is unpacked. */
  async function get(path: string, headers: Record<string, string> = {}) {
    const sent = request({ host: '127.0.0.1', port, path, headers });
    sent.end();
    const [answer] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(chunks) };
  }

  it('lets pages of other schools read, with the right types', async () => {
    for (const [path, type] of [
      ['/news.json', 'application/json; charset=utf-8'],
      ['/tct.js', 'text/javascript; charset=utf-8'],
      ['/tct-latest-news.js', 'text/javascript; charset=utf-8'],
      ['/', 'text/html; charset=utf-8'],
      ['/schools/jo/news-1.json', 'application/json; charset=utf-8'],
    ]) {
      const { status, headers } = await get(path!, { Origin: 'https://truong.example' });
      expect(status, path).to.equal(200);
      expect(headers['access-control-allow-origin'], path).to.equal('*');
      expect(headers['content-type'], path).to.equal(type);
      expect(headers['x-content-type-options'], path).to.equal('nosniff');
    }
    expect((await get('/schools/jo/news-1.json')).headers['cache-control']).to.equal('public, max-age=3600');
  });

  it('answers 304 to what has not changed', async () => {
    const first = await get('/news.json');
    expect(first.headers.etag).to.be.a('string');
    const again = await get('/news.json', { 'If-None-Match': first.headers.etag! });
    expect(again.status).to.equal(304);
    expect(again.headers['access-control-allow-origin']).to.equal('*');
  });

  it('sends what was compressed beforehand', async () => {
    const plain = await readFile(join(hub.out, 'news.json'));
    const gzip = await get('/news.json', { 'Accept-Encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).to.equal('gzip');
    expect(gzip.headers.vary).to.match(/accept-encoding/i);
    expect(gzip.body.equals(await readFile(join(hub.out, 'news.json.gz')))).to.equal(true);
    expect(gunzipSync(gzip.body).equals(plain)).to.equal(true);
  });

  it('sends brotli where the module is installed', async function () {
    if (!existsSync(BROTLI)) this.skip();
    const { headers, body } = await get('/news.json', { 'Accept-Encoding': 'br, gzip' });
    expect(headers['content-encoding']).to.equal('br');
    expect(headers['content-type']).to.equal('application/json; charset=utf-8');
    expect(brotliDecompressSync(body).equals(await readFile(join(hub.out, 'news.json')))).to.equal(true);
  });
});
