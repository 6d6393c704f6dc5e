import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type ClientOptions, HttpClient } from '../../../hub/http/client.ts';
import { Robots } from '../../../hub/http/robots.ts';
import { HttpSession } from '../../../hub/http/session.ts';

describe('clients of one session', () => {
  let server: Server;
  let origin: string;
  let asked: string[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  beforeEach(async () => {
    asked = [];
    answer = ({ url }, response) => response.end(`trang ${url}`);
    server = createServer((request, response) => {
      asked.push(request.url!);
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const clientOf = (session: HttpSession | undefined, more: Partial<ClientOptions> = {}) =>
    new HttpClient({ userAgent: 'test', spacingMs: 0, ...(session && { session }), ...more }, [origin]);
  const textOf = async (client: HttpClient, path: string) => {
    const result = await client.fetch(origin + path, {});
    return 'body' in result ? Buffer.from(result.body).toString() : result.failure;
  };

  it('ask an address once, even at the same time', async () => {
    const session = new HttpSession();
    const clients = [clientOf(session), clientOf(session)];
    const texts = await Promise.all(clients.map((client) => textOf(client, '/tin')));
    expect(texts).to.deep.equal(['trang /tin', 'trang /tin']);
    expect(await textOf(clientOf(session), '/tin#dau')).to.equal('trang /tin');
    expect(asked).to.deep.equal(['/tin']);
    expect(clients[0]!.requests + clients[1]!.requests).to.equal(1);
  });

  it('ask each time without a session, and after a while', async () => {
    const client = clientOf(undefined);
    await textOf(client, '/tin');
    await textOf(client, '/tin');
    const forgetful = clientOf(new HttpSession(0));
    await textOf(forgetful, '/tin');
    await textOf(forgetful, '/tin');
    expect(asked).to.have.length(4);
  });

  it('ask again if told so, and remember the new response', async () => {
    const session = new HttpSession();
    await textOf(clientOf(session), '/tin');
    answer = (_, response) => response.end('mới');
    expect(await textOf(clientOf(session, { asksAgain: true }), '/tin')).to.equal('mới');
    expect(await textOf(clientOf(session), '/tin')).to.equal('mới');
    expect(asked).to.have.length(2);
  });

  it('know the target of a redirect', async () => {
    answer = ({ url }, response) =>
      url === '/' ? response.writeHead(301, { Location: '/trang-chu' }).end() : response.end('nhà');
    const session = new HttpSession();
    const first = await clientOf(session).fetch(`${origin}/`, {});
    expect(first).to.have.property('movedTo', `${origin}/trang-chu`);
    const second = await clientOf(session).fetch(`${origin}/trang-chu`, {});
    expect(second).to.include({ status: 200 }).and.not.have.property('movedTo');
    expect(asked).to.deep.equal(['/', '/trang-chu']);
  });

  it('remember neither a 304 nor more bytes than allowed', async () => {
    answer = (_, response) => response.writeHead(304).end();
    const session = new HttpSession(60_000, 1010);
    await clientOf(session).fetch(`${origin}/tin`, { 'If-None-Match': '"1"' });
    answer = (_, response) => response.end('123456');
    for (const path of ['/tin', '/a', '/a', '/tin']) await textOf(clientOf(session), path);
    expect(asked).to.deep.equal(['/tin', '/tin', '/a', '/tin']);
  });

  it('do not get at a private address through another one’s memory', async () => {
    const session = new HttpSession();
    await textOf(clientOf(session), '/tin');
    const stranger = new HttpClient({ userAgent: 'test', spacingMs: 0, session }, []);
    expect(await textOf(stranger, '/tin')).to.equal('internal');
  });

  it('read robots.txt once', async () => {
    answer = (_, response) => response.end('User-agent: *\nDisallow: /kin');
    // Nothing but the rules is remembered.
    const session = new HttpSession(0);
    for (const path of ['/kin', '/tin'])
      await new Robots({}, clientOf(session), Date.now()).refusal(origin + path);
    expect(asked).to.deep.equal(['/robots.txt']);
  });

  it('keep the pause between each other’s requests', async () => {
    const times: number[] = [];
    answer = (_, response) => {
      times.push(performance.now());
      response.end();
    };
    const session = new HttpSession();
    await Promise.all(['/a', '/b'].map((path) => textOf(clientOf(session, { spacingMs: 80 }), path)));
    expect(times[1]! - times[0]!).to.be.greaterThan(72);
  });

  it('let the others go before a patient one', async () => {
    const session = new HttpSession();
    const hurried = clientOf(session, { spacingMs: 20 });
    const patient = clientOf(session, { spacingMs: 20, patienceMs: 60_000 });
    await textOf(hurried, '/0');
    const picture = textOf(patient, '/anh');
    for (const path of ['/1', '/2', '/3']) await textOf(hurried, path);
    await picture;
    expect(asked).to.deep.equal(['/0', '/1', '/2', '/3', '/anh']);
  });

  it('give up a patient request when its time is over', async () => {
    const session = new HttpSession();
    const patient = clientOf(session, { patienceMs: 0 });
    expect(await textOf(patient, '/anh')).to.equal('offline');
    expect(asked).to.deep.equal([]);
  });

  it('end the requests of an aborted client, and send no more', async () => {
    const stop = new AbortController();
    const session = new HttpSession();
    answer = () => stop.abort();
    const client = clientOf(session, { signal: stop.signal, spacingMs: 60_000 });
    const [first, waiting] = await Promise.all([textOf(client, '/a'), textOf(client, '/b')]);
    expect([first, waiting, await textOf(client, '/c')]).to.deep.equal(['offline', 'offline', 'offline']);
    expect(asked).to.deep.equal(['/a']);
    answer = (_, response) => response.end('được');
    expect(await textOf(clientOf(session), '/a')).to.equal('được');
  });
});
