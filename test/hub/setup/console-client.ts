/** A console's server on this machine, and requests to it as a browser or somebody else would send them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallName, Calls, Handlers } from '../../../hub/setup/api.ts';
import { ConsoleServer, type ServerOptions } from '../../../hub/setup/server.ts';
import { startConsole } from '../../../hub/setup/setup.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The lines of an answer to a call. */
  lines: { event?: unknown; result?: unknown; error?: { vi: string; en: string }; field?: string }[];
}

async function readReply(response: IncomingMessage): Promise<Reply> {
  let text = '';
  for await (const chunk of response) text += chunk;
  const isCall = response.headers['content-type']?.startsWith('application/x-ndjson');
  const lines = isCall
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  return { status: response.statusCode!, headers: response.headers, text, lines };
}

/** Sends a request; `host` may be a wrong one. Rejects if the connection is closed before the end of the reply. */
export function send(port: number, options: RequestOptions, body?: string | Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
      readReply(response).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Headers of a call from the console's own page. */
export const pageHeaders = (port: number, session?: string): Record<string, string> => ({
  'Content-Type': 'application/json',
  Origin: `http://127.0.0.1:${port}`,
  'Sec-Fetch-Site': 'same-origin',
  ...(session !== undefined && { Authorization: `Bearer ${session}` }),
});

/** A console with a folder of its own. */
export interface TestConsole {
  server: ConsoleServer;
  port: number;
  /** Temporary; has the configuration and the page. */
  folder: string;
  /** Path of the configuration. */
  config: string;
  /** What the server logged. */
  logged: string[];
  /** Begins a session. */
  open: () => Promise<string>;
  /** Calls in a session, which is begun if none is given. */
  call: <Name extends CallName>(name: Name, body: Calls[Name]['request'], session?: string) => Promise<Reply>;
  /** The same, for a call that should succeed. */
  result: <Name extends CallName>(name: Name, body: Calls[Name]['request']) => Promise<Calls[Name]['result']>;
  stop: () => Promise<void>;
}

/** @param own handlers and routes instead of the console's */
export async function startTestConsole(
  own?: Partial<ServerOptions> & { handlers: Partial<Handlers> },
): Promise<TestConsole> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-console-'));
  const config = join(folder, 'cluster.jsonc');
  const logged: string[] = [];
  const log = (text: string) => void logged.push(text);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Trang</title>');
  await writeFile(join(folder, 'page.js'), 'export {};');
  const server = own
    ? await ConsoleServer.start({ page: folder, scripts: folder, log, ...own })
    : await startConsole({ config, folders: {}, log }, { folders: { page: folder } });
  const { port } = server;
  let session: string | undefined;
  const post = (name: CallName, body: unknown, session?: string) =>
    send(
      port,
      { method: 'POST', path: `/api/${name}`, headers: pageHeaders(port, session) },
      JSON.stringify(body),
    );
  const open = async () => {
    const [, key = ''] = server.newAddress().split('#');
    const { lines } = await post('open', { key });
    return (lines[0]!.result as Calls['open']['result']).session;
  };
  const call: TestConsole['call'] = async (name, body, given) => {
    session ??= given ?? (await open());
    return post(name, body, given ?? session);
  };
  return {
    server,
    port,
    folder,
    config,
    logged,
    open,
    call,
    result: async (name, body) => {
      const { lines } = await call(name, body);
      const last = lines.at(-1)!;
      if (!('result' in last)) throw new Error(`${name}: ${JSON.stringify(last)}`);
      return last.result as never;
    },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
