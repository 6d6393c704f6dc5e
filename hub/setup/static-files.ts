import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { guardStream } from '../http/serve.ts';

/** Something that the console's server serves besides calls, for GET and HEAD. It is read without a session. */
export interface Route {
  /** Tested against the path of the URL, without its query. */
  path: RegExp;
  /** May set headers over those of the server. An error that it throws is logged, and the connection closed. */
  handle: (
    request: IncomingMessage,
    response: ServerResponse,
    match: RegExpExecArray,
  ) => void | Promise<void>;
}

/** Aborted when the browser no longer waits for a response. */
export function whileOpen(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return left.signal;
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * Serves the files of a folder below a path.
 *
 * @param path ends with a slash
 * @param only the name of a file that is served at the path itself, instead of the folder
 */
export function folderRoute(path: string, folder: string, only?: string): Route {
  // Looks up files on each request: a build may replace them while the server runs.
  const serveFile = sirv(folder, {
    dev: true,
    onNoMatch: (_, response) => sendText(response, 404, 'Không có tệp này.'),
    setHeaders: (response) => response.setHeader('Cache-Control', 'no-store'),
  });
  return {
    path: only === undefined ? new RegExp(`^${path}(?=.)`) : new RegExp(`^${path}$`),
    handle: (request, response) => {
      request.url = `/${only ?? request.url!.slice(path.length)}`;
      guardStream(response);
      try {
        serveFile(request, response);
      } catch {
        // For example a range that ends before it begins, once the headers are sent.
        response.destroy();
      }
    },
  };
}
