import { existsSync, type ReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import sirv from 'sirv';

/** The same media types as in the web servers' configurations in hub/deploy. */
const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Không có tệp này.\n');
}

/** Prevents a crash when a file vanishes while it is sent, and closes the file when the client disconnects. */
export function guardStream(response: ServerResponse): void {
  response.once('pipe', (file: ReadStream) => {
    file.once('error', () => response.destroy());
    response.once('close', () => file.destroy());
  });
}

/**
 * For the URL of a subfolder's page without the slash at its end, the relative URL with it; otherwise undefined. Without
 * the slash, the page's own links would lead beside the subfolder.
 */
function withSlash(folder: string, url: string): string | undefined {
  const [, path = '', name = '', query = ''] = /^([^?#]*\/)([^/?#]+)(\?.*)?$/.exec(url) ?? [];
  try {
    const page = join(folder, decodeURIComponent(path + name), 'index.html');
    // The name alone, since a path could begin with two slashes and lead to another server.
    return name && page.startsWith(resolve(folder) + sep) && existsSync(page)
      ? `./${name}/${query}`
      : undefined;
  } catch {
    return undefined;
  }
}

/** Request handler for a hub's public folder: CORS, ETag, ranges, and the compressed copies where they are accepted. */
export function folderHandler(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const serveFile = sirv(folder, {
    // Looks up files on each request, since the hub rewrites them while the server runs.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    onNoMatch: notFound,
    setHeaders: (response, pathname) => {
      const type = CONTENT_TYPES[extname(pathname) || '.html'];
      if (type) response.setHeader('Content-Type', type);
    },
  });
  return (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const location = withSlash(folder, request.url ?? '');
    if (location !== undefined) {
      response.writeHead(302, { Location: location }).end();
      return;
    }
    guardStream(response);
    try {
      serveFile(request, response);
    } catch {
      // For example a range that ends before it begins, once the headers are sent.
      response.destroy();
    }
  };
}

/**
 * Serves a folder for development. For the public, use a web server with a configuration from hub/deploy.
 *
 * @param port 0 for any free port
 * @returns the server, and its URL with a slash at the end
 */
export async function serve(
  folder: string,
  port = 0,
  host = '127.0.0.1',
): Promise<{ server: Server; url: string }> {
  const server = createServer(folderHandler(folder));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, url: `http://${host}:${(server.address() as AddressInfo).port}/` };
}
