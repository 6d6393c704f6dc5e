import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type Hub, NOW, startHub } from '../start-hub.ts';
import { writeBuild } from '../write-build.ts';

/** Files of a build, with names as they have them there. */
const SCRIPTS = {
  'tct.js': 'loader()',
  'tct-1a2b3c4d-latest-news.js': 'news()',
  'tct-frame.js': 'frame()',
};
const PAGES = {
  'nhung/index.html': '<!doctype html>',
  'docs/assets/index-Bd1.css': 'a{}',
  'docs/assets/index-Bd1.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'docs/assets/index-Bd1.woff2': 'font',
};
const NGINX_BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const shipped = (name: string) => readFile(new URL(`../../../hub/deploy/${name}`, import.meta.url), 'utf8');

interface WebServer {
  command: string;
  /** The argument that shows whether it is installed. */
  version: string;
  brotli: boolean;
  /** Whether it knows server-side includes. */
  ssi?: true;
  /** Writes a complete configuration that includes the shipped one. @returns the command's arguments */
  configure: (hub: Hub, port: number) => Promise<string[]>;
}

async function nginx({ folder, out }: Hub, port: number): Promise<string[]> {
  const brotli = existsSync(NGINX_BROTLI);
  const config = (await shipped('nginx.conf'))
    .replace('/var/www/tct-hub', out)
    .replace(/^brotli_static .*$/m, (line) => (brotli ? line : ''));
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    ${brotli ? `load_module ${NGINX_BROTLI};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
      uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      server { listen 127.0.0.1:${port}; ${config}
        location = /ssi.shtml { ssi on; default_type text/html; charset off; } } }`,
  );
  return ['-c', join(folder, 'nginx.conf'), '-p', folder];
}

/** As in Debian, with the modules enabled that might compress a compressed file again. */
async function apache({ folder, out }: Hub, port: number): Promise<string[]> {
  await writeFile(join(out, '.htaccess'), await shipped('apache.htaccess'));
  const modules =
    'mpm_event authz_core mime dir filter headers rewrite deflate brotli negotiation include'.split(' ');
  await writeFile(
    join(folder, 'apache.conf'),
    `ServerRoot /usr/lib/apache2
    ServerName localhost
    PidFile ${folder}/apache.pid
    ErrorLog ${folder}/error.log
    Listen 127.0.0.1:${port}
    ${modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
    Include /etc/apache2/mods-available/mime.conf
    Include /etc/apache2/mods-available/deflate.conf
    AddOutputFilterByType BROTLI_COMPRESS text/html text/javascript application/json
    DocumentRoot ${out}
    <Directory ${out}>
      AllowOverride FileInfo Indexes
      Require all granted
      Options +Includes
      <FilesMatch "\\.shtml$">
        SetOutputFilter INCLUDES
        ForceType text/html
      </FilesMatch>
    </Directory>`,
  );
  return ['-X', '-f', join(folder, 'apache.conf')];
}

async function caddy({ folder, out }: Hub, port: number): Promise<string[]> {
  const config = (await shipped('Caddyfile'))
    .replace('tin.truong.example', `http://127.0.0.1:${port}`)
    .replace('/var/www/tct-hub', out);
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${config}`);
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
}

const SERVERS: Record<string, WebServer> = {
  nginx: { command: 'nginx', version: '-v', brotli: existsSync(NGINX_BROTLI), ssi: true, configure: nginx },
  Apache: { command: 'apache2', version: '-v', brotli: true, ssi: true, configure: apache },
  Caddy: { command: 'caddy', version: 'version', brotli: true, configure: caddy },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once the port accepts connections. */
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

for (const [name, { command, version, brotli, ssi, configure }] of Object.entries(SERVERS))
  describe(`the shipped configuration, in Debian’s ${name}`, () => {
    let hub: Hub | undefined;
    let server: ChildProcess | undefined;
    let port: number;

    before(async function () {
      if (spawnSync(command, [version]).status !== 0) this.skip();
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
      const build = await writeBuild(hub.folder, SCRIPTS, PAGES);
      await hub.run(NOW, build, { ...hub.configuration, images: true });
      const page = Buffer.from('<p>Tr\xean trang<!--#include virtual="/news.html" --></p>', 'latin1');
      await writeFile(join(hub.out, 'ssi.shtml'), page);
      await chmod(hub.folder, 0o755);
      port = await freePort();
      const args = await configure(hub, port);
      // Apache reads its user from the environment, Caddy its folders.
      const env = {
        ...process.env,
        HOME: hub.folder,
        XDG_CONFIG_HOME: hub.folder,
        XDG_DATA_HOME: hub.folder,
      };
      server = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
      let errorOutput = '';
      server.stderr!.on('data', (bytes) => (errorOutput += bytes));
      const gone = once(server, 'exit').then(([code]) => {
        throw new Error(`${name} ended with ${code}: ${errorOutput}`);
      });
      await Promise.race([listening(port), gone]);
      gone.catch(() => {});
    });

    after(async () => {
      if (server) {
        const ended = once(server, 'exit');
        server.kill('SIGTERM');
        await ended;
      }
      await hub?.stop();
    });

    /** The response as transferred, not decompressed. */
    async function get(path: string, headers: Record<string, string> = {}) {
      const sent = request({ host: '127.0.0.1', port, path, headers });
      sent.end();
      const [answer] = await once(sent, 'response');
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(chunks) };
    }
    const published = (file: string) => readFile(join(hub!.out, file));
    const packed = { 'Accept-Encoding': 'br, gzip' };

    it('allows cross-origin requests and sends the right types', async () => {
      const image = (await readdir(join(hub!.out, 'images')))[0]!;
      for (const [path, type] of [
        ['/news.json', 'application/json'],
        ['/tct.js', 'text/javascript'],
        ['/tct-1a2b3c4d-latest-news.js', 'text/javascript'],
        ['/', 'text/html'],
        ['/embed.html', 'text/html'],
        ['/news.html', 'text/html'],
        ['/news.xml', 'application/xml'],
        ['/schools/jo/news-rss.xml', 'application/xml'],
        ['/nhung/', 'text/html'],
        ['/docs/assets/index-Bd1.css', 'text/css'],
        ['/docs/assets/index-Bd1.svg', 'image/svg+xml'],
        ['/docs/assets/index-Bd1.woff2', 'font/woff2'],
        ['/schools/jo/news-1.json', 'application/json'],
        [`/images/${image}`, 'image/webp'],
      ])
        for (const encodings of [{}, packed]) {
          const { status, headers } = await get(path!, { Origin: 'https://truong.example', ...encodings });
          expect(status, path).to.equal(200);
          expect(headers['access-control-allow-origin'], path).to.equal('*');
          expect(headers['content-type']!.replace(/; charset=utf-8$/, ''), path).to.equal(type);
          expect(headers['x-content-type-options'], path).to.equal('nosniff');
          expect(headers, path).to.not.have.any.keys('content-language', 'x-frame-options');
        }
    });

    it('lets caches store immutable files forever, and others for a minute', async () => {
      const image = (await readdir(join(hub!.out, 'images')))[0]!;
      const control = async (path: string) => (await get(path, packed)).headers['cache-control'];
      for (const path of [
        'news.json',
        'news.xml',
        'news.html',
        'tct.js',
        'tct-frame.js',
        'embed.html',
        'nhung/',
      ])
        expect(await control(`/${path}`), path).to.equal('public, max-age=60, must-revalidate');
      for (const path of [
        'tct-1a2b3c4d-latest-news.js',
        'docs/assets/index-Bd1.css',
        'docs/assets/index-Bd1.woff2',
      ])
        expect(await control(`/${path}`), path).to.equal('public, max-age=31536000, immutable');
      // It may be there in a moment.
      for (const path of ['tct-00000000-latest-news.js', 'docs/assets/gone.css']) {
        const { status, headers } = await get(`/${path}`, packed);
        expect(status, path).to.equal(404);
        expect(headers['cache-control'] ?? '', path).to.not.include('immutable');
      }
      expect(await control('/schools/jo/news-1.json')).to.equal('public, max-age=3600');
      expect(await control(`/images/${image}`)).to.equal('public, max-age=2592000, immutable');
    });

    it('responds with 304 for unchanged files, compressed or not', async () => {
      for (const encodings of [{}, packed]) {
        const first = await get('/news.json', encodings);
        expect(first.headers.etag).to.be.a('string');
        const again = await get('/news.json', { ...encodings, 'If-None-Match': first.headers.etag! });
        expect(again.status).to.equal(304);
        expect(again.headers['access-control-allow-origin']).to.equal('*');
      }
    });

    it('sends the precompressed gzip copies', async () => {
      const { headers, body } = await get('/news.json', { 'Accept-Encoding': 'gzip' });
      expect(headers['content-encoding']).to.equal('gzip');
      expect(headers.vary).to.match(/accept-encoding/i);
      expect(body.equals(await published('news.json.gz'))).to.equal(true);
      expect(gunzipSync(body).equals(await published('news.json'))).to.equal(true);
    });

    it('sends the precompressed brotli copies', async function () {
      if (!brotli) this.skip();
      for (const [path, file] of [
        ['/news.json', 'news.json'],
        ['/', 'index.html'],
        ['/news.xml', 'news.xml'],
        ['/tct-1a2b3c4d-latest-news.js', 'tct-1a2b3c4d-latest-news.js'],
        ['/docs/assets/index-Bd1.css', 'docs/assets/index-Bd1.css'],
      ] as const) {
        const { headers, body } = await get(path, packed);
        expect(headers['content-encoding'], path).to.equal('br');
        expect(brotliDecompressSync(body).equals(await published(file)), path).to.equal(true);
      }
    });

    it('includes a fragment into a page in another encoding', async function () {
      if (!ssi) this.skip();
      const fragment = (await published('news.html')).toString('latin1').trim();
      for (const encodings of [{}, packed]) {
        const { headers, body } = await get('/ssi.shtml', encodings);
        const encoding = headers['content-encoding'];
        const unpacked = encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body;
        const text = unpacked.toString('latin1');
        expect(text).to.include('Tr\xean trang');
        expect(text).to.include(fragment);
      }
    });
  });
