/** A server of the console's page with handlers of a test, on a free port of the loopback interface. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Handlers } from '../../../hub/setup/api.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { type FakeFeeds, fakeImage } from './fake-feeds.ts';

const DIST = fileURLToPath(new URL('../../../', import.meta.url));
const PAGE = join(DIST, 'dist/console');
const SCRIPTS = join(DIST, 'dist/embed');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
/** As the real server sends it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const KEY = 'a-key-for-tests-0123456';
const SESSION = 'session';

export interface FakeConsole {
  /** The address that the terminal prints. */
  url: string;
  /** The requests of the calls so far. */
  calls: { name: string; request: unknown }[];
  stop: () => Promise<void>;
}

export interface FakeConsoleOptions {
  handlers: Partial<Handlers>;
  feeds: FakeFeeds;
  /** Other files by their path. */
  files?: Record<string, { type: string; body: string }>;
  /** Of a server that was restarted. */
  port?: number;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export async function startFakeConsole({
  handlers,
  feeds,
  files = {},
  port = 0,
}: FakeConsoleOptions): Promise<FakeConsole> {
  const calls: FakeConsole['calls'] = [];
  let end = async (): Promise<void> => {};

  async function answerCall(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (line: Answer<unknown, unknown>) => response.write(`${JSON.stringify(line)}\n`);
    const body = JSON.parse(await bodyOf(request)) as { key?: string };
    calls.push({ name, request: body });
    const isKnown =
      name === 'open' ? body.key === KEY : request.headers.authorization === `Bearer ${SESSION}`;
    response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/x-ndjson' });
    response.flushHeaders();
    const left = new AbortController();
    response.once('close', () => left.abort());
    const handler = handlers[name as keyof Handlers] as
      | ((request: unknown, context: object) => Promise<unknown>)
      | undefined;
    try {
      if (!isKnown)
        throw new UserError({ vi: 'Cần địa chỉ mới.', en: 'A new address is needed.' }, 'session');
      if (name === 'open') send({ result: { session: SESSION } });
      else if (name === 'finish') {
        response.once('close', () => void end());
        send({ result: {} });
      } else if (handler) {
        send({
          result: await handler(body, { signal: left.signal, emit: (event: unknown) => send({ event }) }),
        });
      } else throw new Error(`The fake has no call ${name}.`);
    } catch (error) {
      if (left.signal.aborted) return;
      const { words, field } = error as UserError;
      const text = String(error);
      send({ error: words ?? { vi: text, en: text }, ...(field !== undefined && { field }) });
    }
    response.end();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!;
    const call = /^\/api\/(\w+)$/.exec(path)?.[1];
    response.setHeader('Content-Security-Policy', POLICY);
    if (call) return answerCall(call, request, response);
    const give = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': type }).end(body);
    const feed = feeds.at(path);
    const hue = /^\/images\/(\d+)\.svg$/.exec(path)?.[1];
    const file = files[path];
    if (file) give(file.type, file.body);
    else if (feed) give('application/feed+json', JSON.stringify(feed));
    else if (hue) give('image/svg+xml', fakeImage(Number(hue)));
    else {
      const [, folder, rest] = /^\/(embed|console)\/([\w./-]+)$/.exec(path) ?? [];
      const local =
        path === '/' ? join(PAGE, 'index.html') : join(folder === 'embed' ? SCRIPTS : PAGE, rest ?? '-');
      await readFile(local).then(
        (body) => give(TYPES[extname(local)] ?? 'application/octet-stream', body),
        () => response.writeHead(404).end(),
      );
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  end = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/#${KEY}`,
    calls,
    stop: () => end(),
  };
}
