import { once } from 'node:events';
import { request } from 'node:http';
import { expect } from 'chai';
import { UserError } from '../../../hub/setup/user-error.ts';
import { pageHeaders, send, startTestConsole, type TestConsole } from './console-client.ts';

const STATE = { version: 'test' } as never;

describe('the console’s server', () => {
  let console: TestConsole;
  let session: string;
  /** How often the call `state` was made. */
  let calls = 0;
  beforeEach(async () => {
    calls = 0;
    console = await startTestConsole({
      handlers: {
        state: async () => {
          calls++;
          return STATE;
        },
      },
    });
    session = await console.open();
  });
  afterEach(() => console.stop());

  const post = (
    headers: Record<string, string | undefined>,
    body: string | Buffer = '{}',
    path = '/api/state',
  ) => {
    const all: Record<string, string | undefined> = { ...pageHeaders(console.port, session), ...headers };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return send(console.port, { method: 'POST', path, headers: Object.fromEntries(given) }, body);
  };

  it('answers its own page', async () => {
    const reply = await post({});
    expect(reply.status).to.equal(200);
    expect(reply.lines).to.deep.equal([{ result: STATE }]);
  });

  it('answers under any port of the loopback names, as behind ssh -L', async () => {
    for (const host of ['127.0.0.1:9000', 'localhost:9000', 'localhost', '[::1]:1'])
      expect((await post({ Host: host, Origin: `http://${host}` })).status, host).to.equal(200);
  });

  it('answers under no other name, whoever asks', async () => {
    const hosts = [
      'evil.example',
      `evil.example:${console.port}`,
      '127.0.0.1.evil.example',
      'localhost.',
      '0.0.0.0',
      '127.0.0.1:x',
      '192.168.1.2',
    ];
    for (const host of hosts) {
      expect((await post({ Host: host, Origin: `http://${host}` })).status, host).to.equal(403);
      expect((await send(console.port, { path: '/', headers: { Host: host } })).status, host).to.equal(403);
    }
    expect(calls).to.equal(0);
  });

  it('refuses calls from other origins, and without one', async () => {
    const { port } = console;
    const origins = [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}/`,
      undefined,
    ];
    for (const origin of origins) expect((await post({ Origin: origin })).status, origin).to.equal(403);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await post({ 'Sec-Fetch-Site': site })).status, site).to.equal(403);
    expect((await post({ 'Sec-Fetch-Site': undefined })).status).to.equal(200);
    expect(calls).to.equal(1);
  });

  it('lets nobody embed its files, but lets a link open the page', async () => {
    const get = async (path: string, headers: Record<string, string>) =>
      (await send(console.port, { path, headers })).status;
    const crossSite = { 'Sec-Fetch-Site': 'cross-site' };
    expect(await get('/console/page.js', {})).to.equal(200);
    expect(await get('/console/page.js', { 'Sec-Fetch-Site': 'same-origin' })).to.equal(200);
    expect(await get('/console/page.js', { ...crossSite, 'Sec-Fetch-Dest': 'script' })).to.equal(403);
    expect(await get('/', { ...crossSite, 'Sec-Fetch-Dest': 'iframe' })).to.equal(403);
    expect(await get('/', { ...crossSite, 'Sec-Fetch-Dest': 'document' })).to.equal(200);
    expect(await get('/', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'document' })).to.equal(200);
  });

  it('needs a session for every call but open', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer x', `Basic ${session}`, `Bearer ${session}x`]) {
      const { status, lines } = await post({ Authorization: authorization });
      expect(status, authorization).to.equal(401);
      expect(lines[0]).to.deep.include({ field: 'session' });
      expect(lines[0]!.error!.vi).to.include('Enter');
    }
    expect(calls).to.equal(0);
  });

  it('takes a key once, and the last one only', async () => {
    const key = (address: string) => JSON.stringify({ key: address.split('#')[1] });
    const open = (body: string) => post({ Authorization: undefined }, body, '/api/open');
    const first = key(console.server.newAddress());
    const second = key(console.server.newAddress());
    expect((await open(first)).status).to.equal(401);
    expect((await open(second)).status).to.equal(200);
    expect((await open(second)).status).to.equal(401);
    // The session of the first tab goes on.
    expect((await post({})).status).to.equal(200);
  });

  it('voids a key after a few wrong ones', async () => {
    const [, key] = console.server.newAddress().split('#');
    const open = (key?: string) => post({ Authorization: undefined }, JSON.stringify({ key }), '/api/open');
    for (let count = 0; count < 5; count++) expect((await open(`${count}`)).status).to.equal(401);
    expect((await open(key)).status).to.equal(401);
    expect(await console.open()).to.be.a('string');
  });

  it('changes nothing by GET, and refuses other methods', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const headers = pageHeaders(console.port, session);
      const reply = await send(console.port, { method, path: '/api/state', headers });
      expect(reply.status, method).to.be.oneOf([403, 405]);
      expect(reply.headers).to.not.have.any.keys(
        'access-control-allow-origin',
        'access-control-allow-methods',
      );
    }
    expect(
      (await send(console.port, { method: 'POST', path: '/', headers: pageHeaders(console.port) })).status,
    ).to.equal(405);
    expect(calls).to.equal(0);
  });

  it('takes JSON of what a call asks for, and nothing else', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined])
      expect((await post({ 'Content-Type': type })).status, type).to.equal(415);
    expect((await post({ 'Content-Type': 'application/json; charset=utf-8' })).status).to.equal(200);
    for (const body of ['', '{', 'null', '[]', '{"x":1}', '"\\', Buffer.from([0x22, 0xff, 0x22])])
      expect((await post({}, body)).status, String(body)).to.equal(400);
    const wrong = await post({}, JSON.stringify({ key: 1 }), '/api/open');
    expect(wrong.lines[0]).to.deep.include({ field: 'key' });
    for (const name of ['nothing', 'constructor', '__proto__'])
      expect((await post({}, '{}', `/api/${name}`)).status, name).to.equal(404);
    expect(calls).to.equal(1);
  });

  it('takes 2 MB and no more, announced or not', async () => {
    const body = Buffer.alloc(2_000_001, ' ');
    expect((await post({}, body)).status).to.equal(413);
    expect((await post({ 'Transfer-Encoding': 'chunked' }, body)).status).to.equal(413);
    expect(
      (await post({}, Buffer.concat([Buffer.alloc(1_900_000, ' '), Buffer.from('{}')]))).status,
    ).to.equal(200);
  });

  it('sends a policy without inline code with everything', async () => {
    for (const path of ['/', '/console/page.js', '/embed/page.js', '/missing', '/console/missing.js']) {
      const { headers } = await send(console.port, { path });
      expect(headers['content-security-policy'], path)
        .to.include("default-src 'none'")
        .and.include("frame-ancestors 'none'")
        .and.not.include('unsafe');
      expect(headers, path).to.include({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(headers).to.not.have.property('access-control-allow-origin');
    }
  });

  it('serves the page and its files, and nothing beside them', async () => {
    const get = async (path: string) => (await send(console.port, { path })).status;
    expect(await get('/')).to.equal(200);
    expect(await get('/?x')).to.equal(200);
    for (const path of [
      '/console/../../package.json',
      '/console/%2e%2e/x',
      '/console/..%2f..%2fetc/passwd',
      '/console/%',
      '/index.html',
      '//evil.example/',
      '/console/',
    ])
      expect(await get(path), path).to.be.oneOf([404, 400]);
    expect((await send(console.port, { path: '/console/..%2fcluster.jsonc' })).text).to.not.include(
      'schools',
    );
  });
});

describe('a call of the console', () => {
  let console: TestConsole;
  afterEach(() => console.stop());

  /** Calls by hand, to read the answer piece by piece or to leave. */
  async function begin(name: string, body: object, session?: string) {
    const sent = request({
      host: '127.0.0.1',
      port: console.port,
      method: 'POST',
      path: `/api/${name}`,
      headers: pageHeaders(console.port, session ?? (await console.open())),
    });
    sent.on('error', () => {});
    sent.end(JSON.stringify(body));
    const [response] = await once(sent, 'response');
    return { sent, response };
  }

  it('streams what is going on while it goes on', async () => {
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    console = await startTestConsole({
      handlers: {
        look: async (_, { emit }) => {
          emit({ address: 'a', phase: 'waiting' });
          await gate;
          return { sites: [] };
        },
      },
    });
    const { response } = await begin('look', { addresses: ['a'] });
    const [first] = await once(response, 'data');
    expect(String(first)).to.equal('{"event":{"address":"a","phase":"waiting"}}\n');
    goOn();
    const [rest] = await once(response, 'data');
    expect(String(rest)).to.equal('{"result":{"sites":[]}}\n');
  });

  it('is stopped when the page leaves', async () => {
    let left = () => {};
    const stopped = new Promise<void>((resolve) => {
      left = resolve;
    });
    console = await startTestConsole({
      handlers: {
        look: async (_, { emit, signal }) => {
          signal.addEventListener('abort', () => left());
          emit({ address: 'a', phase: 'waiting' });
          await stopped;
          emit({ address: 'a', phase: 'opened' });
          throw signal.reason;
        },
        state: async () => STATE,
      },
    });
    const { sent, response } = await begin('look', { addresses: ['a'] });
    await once(response, 'data');
    sent.destroy();
    await stopped;
    expect((await console.call('state', {})).status).to.equal(200);
    expect(console.logged).to.deep.equal([]);
  });

  it('tells its user what is wrong, and logs bugs', async () => {
    let problem: unknown;
    console = await startTestConsole({
      handlers: {
        state: async () => {
          throw problem;
        },
      },
    });
    problem = new UserError({ vi: 'sai', en: 'wrong' }, 'name');
    expect((await console.call('state', {})).lines).to.deep.equal([
      { error: { vi: 'sai', en: 'wrong' }, field: 'name' },
    ]);
    expect(console.logged).to.deep.equal([]);
    for (problem of [new TypeError('x is not a function'), undefined, 'text']) {
      const [line] = (await console.call('state', {})).lines;
      expect(line!.error!.vi).to.include('lỗi của chính nó').and.not.include('function');
    }
    expect(console.logged[0]).to.include('TypeError: x is not a function\n    at ');
    expect(console.logged).to.have.length(3);
  });

  it('waits for another one that changes the same files', async () => {
    const order: string[] = [];
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    console = await startTestConsole({
      handlers: {
        removeSchool: async ({ id }) => {
          order.push(`begin ${id}`);
          if (id === 'a') await gate;
          order.push(`end ${id}`);
          if (id === 'a') throw new UserError({ vi: 'sai', en: 'wrong' });
          return STATE;
        },
        state: async () => {
          order.push('state');
          return STATE;
        },
      },
    });
    const session = await console.open();
    const { response } = await begin('removeSchool', { id: 'a' }, session);
    const second = begin('removeSchool', { id: 'b' }, session);
    await console.call('state', {}, session);
    goOn();
    const [answer] = await once(response, 'data');
    expect(String(answer)).to.include('sai');
    await once((await second).response, 'data');
    expect(order).to.deep.equal(['begin a', 'state', 'end a', 'begin b', 'end b']);
  });

  it('tells a run that another tab has begun one', async () => {
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const outcome = { asked: 1, added: 0, failing: [], written: 0, warnings: [] };
    console = await startTestConsole({ handlers: { run: () => gate.then(() => outcome) } });
    const session = await console.open();
    const first = await begin('run', {}, session);
    const second = await begin('run', {}, session);
    const lineOf = async ({ response }: typeof first) =>
      JSON.parse(String((await once(response, 'data'))[0]));
    expect(await lineOf(second)).to.deep.equal({ event: { phase: 'busy' } });
    const results = Promise.all([first, second].map(lineOf));
    goOn();
    expect(await results).to.deep.equal([{ result: outcome }, { result: outcome }]);
    // Nobody is waited for any more.
    expect((await console.call('run', {}, session)).lines).to.deep.equal([{ result: outcome }]);
  });

  it('finish ends the server', async () => {
    console = await startTestConsole({ handlers: {} });
    expect((await console.call('finish', {})).lines).to.deep.equal([{ result: {} }]);
    await console.server.closed;
  });
});
