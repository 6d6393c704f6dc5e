import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};
const ENCODINGS: [name: string, extension: string][] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** Answers from the hub's folder: CORS, ETag, precompressed files. */
export function answerFrom(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://hub');
      const wanted = normalize(
        join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : ''),
      );
      if (!wanted.startsWith(folder + sep) || wanted.includes('\0')) throw new Error('outside');
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { Allow: 'GET, HEAD' }).end();
        return;
      }
      const accepted = request.headers['accept-encoding'] ?? '';
      let file = wanted;
      for (const [name, extension] of ENCODINGS) {
        if (!accepted.includes(name) || !(await stat(wanted + extension).catch(() => undefined))) continue;
        file = wanted + extension;
        response.setHeader('Content-Encoding', name);
        break;
      }
      const found = await stat(file);
      if (!found.isFile()) throw new Error('a folder');
      const { size, mtimeMs } = found;
      const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
      const type = TYPES[extname(wanted)] ?? 'application/octet-stream';
      response
        .setHeader('Vary', 'Accept-Encoding')
        .setHeader('ETag', etag)
        .setHeader('Cache-Control', 'no-cache');
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
      if (request.method === 'HEAD') response.end();
      else pipeline(createReadStream(file), response, () => {});
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Không có tệp này.\n');
    }
  };
}

/** A small server for development. In public, any web server does it better. */
export async function serve(
  folder: string,
  port = 0,
  host = '127.0.0.1',
): Promise<{ server: Server; url: string }> {
  const server = createServer(answerFrom(folder));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, url: `http://${host}:${(server.address() as AddressInfo).port}/` };
}
