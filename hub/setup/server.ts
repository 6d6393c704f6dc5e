import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerStream } from './answer.ts';
import type { CallName, Calls, Handlers } from './api.ts';
import { refusalOf, setHeaders } from './guard.ts';
import { Queues } from './queues.ts';
import { BodyError, readJson } from './read-body.ts';
import { parseRequest } from './request-schemas.ts';
import { Sessions } from './session.ts';
import { folderRoute, type Route, sendText, whileOpen } from './static-files.ts';

export interface ServerOptions {
  /** Those that are missing are refused. */
  handlers: Partial<Handlers>;
  /** What else is served. The first whose path matches answers. */
  routes?: readonly Route[];
  /** Folder of the built page. */
  page: string;
  /** Folder of the widgets' scripts, served as `/embed/`. */
  scripts?: string | undefined;
  /** 0 for any free port. */
  port?: number;
  /** For the stacks of bugs. */
  log?: (text: string) => void;
}

type AnyHandler = (
  request: unknown,
  context: { emit: (event: unknown) => void; signal: AbortSignal },
) => unknown;

/**
 * The console's server. It listens on 127.0.0.1 alone, and does what a call says only for a page that was opened with a
 * key printed on the terminal.
 */
export class ConsoleServer {
  /** Resolved once the server is closed. */
  readonly closed: Promise<void>;
  private readonly sessions = new Sessions();
  private readonly queues = new Queues();
  private readonly routes: readonly Route[];

  private constructor(
    private readonly server: Server,
    private readonly options: ServerOptions,
  ) {
    const { routes = [], page, scripts } = options;
    this.routes = [
      ...routes,
      ...(scripts === undefined ? [] : [folderRoute('/embed/', scripts)]),
      folderRoute('/console/', page),
      folderRoute('/', page, 'index.html'),
    ];
    this.closed = new Promise((resolve) => server.once('close', resolve));
  }

  /** @throws the error of the system if the port cannot be used */
  static async start(options: ServerOptions): Promise<ConsoleServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const console = new ConsoleServer(server, options);
    server.on('request', (request, response) => {
      console.answer(request, response).catch((error) => {
        options.log?.(`${(error as Error)?.stack ?? error}\n`);
        response.destroy();
      });
    });
    return console;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** A new address to open the page once. The one before can no longer be used. */
  newAddress(): string {
    // Behind `#`: browsers do not send it, and no log has it.
    return `http://127.0.0.1:${this.port}/#${this.sessions.newKey()}`;
  }

  /** Whether a call changes files, such as a run of the hub: it goes on when the server ends. */
  get isWorking(): boolean {
    return this.queues.isWorking;
  }

  /** Resolves once no call changes files any more. */
  settled(): Promise<void> {
    return this.queues.settled();
  }

  /** Ends the server and what it is doing. */
  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await this.closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setHeaders(response);
    const [path = '/'] = (request.url ?? '').split('?');
    const [, call] = /^\/api\/(\w+)$/.exec(path) ?? [];
    const refusal = refusalOf(request);
    if (refusal !== undefined) {
      sendText(response, 403, refusal);
    } else if (call !== undefined) {
      if (request.method === 'POST') return this.answerCall(call, request, response);
      response.setHeader('Allow', 'POST');
      sendText(response, 405, 'Chỉ nhận POST.');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, 'Chỉ nhận GET.');
    } else {
      for (const route of this.routes) {
        const match = route.path.exec(path);
        if (match) return route.handle(request, response, match);
      }
      sendText(response, 404, 'Không có trang này.');
    }
  }

  private async answerCall(call: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = new AnswerStream(response, this.options.log ?? (() => {}));
    // What is known without its body. `open` alone needs no session.
    const [, session = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (call !== 'open' && !this.sessions.has(session)) {
      answer.begin(401);
      answer.refuse(NO_SESSION, 'session');
      return;
    }
    let body: Calls[CallName]['request'];
    try {
      body = parseRequest(call, await readJson(request));
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      response.setHeader('Connection', 'close');
      answer.begin(error.status);
      answer.refuse(error.words, error.field);
      return;
    }
    await this.run(call as CallName, body, answer, response);
  }

  private async run(
    call: CallName,
    body: Calls[CallName]['request'],
    answer: AnswerStream,
    response: ServerResponse,
  ): Promise<void> {
    if (call === 'open') {
      const session = this.sessions.open((body as Calls['open']['request']).key);
      answer.begin(session === undefined ? 401 : 200);
      if (session === undefined) answer.refuse(WRONG_KEY, 'session');
      else answer.result({ session });
      return;
    }
    answer.begin();
    if (call === 'finish') {
      response.once('close', () => void this.close());
      answer.result({});
      return;
    }
    const signal = whileOpen(response);
    const handler = this.options.handlers[call] as AnyHandler | undefined;
    try {
      if (!handler) throw new Error(`The call ${call} has no handler.`);
      const context = { emit: (event: unknown) => answer.event(event), signal };
      const work = async () => {
        // Its turn has come, but nobody waits for it.
        signal.throwIfAborted();
        return handler(body, context);
      };
      // As of a run by another process.
      const onWait = () => (call === 'run' || call === 'ask') && answer.event({ phase: 'busy' });
      const result = await this.queues.run(call, work, onWait);
      answer.result(result);
    } catch (error) {
      if (!signal.aborted) answer.fail(error);
    }
  }
}

const NO_SESSION = {
  vi: 'Trang này chưa được mở bằng địa chỉ in ở cửa sổ dòng lệnh, hoặc tct-hub đã chạy lại. Nhấn Enter ở cửa sổ đó để có địa chỉ mới.',
  en: 'This page was not opened with the address printed on the terminal, or tct-hub was restarted. Press Enter there for a new address.',
};

const WRONG_KEY = {
  vi: 'Địa chỉ này đã dùng rồi, hoặc chép thiếu. Nhấn Enter ở cửa sổ dòng lệnh để có địa chỉ mới.',
  en: 'This address has been used already, or is incomplete. Press Enter in the terminal for a new one.',
};
