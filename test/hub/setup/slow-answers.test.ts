import { Agent, request } from 'node:http';
import { expect } from 'chai';
import type { ConsoleState } from '../../../hub/setup/api.ts';
import { SlowAnswers } from '../../../hub/setup/slow-answers.ts';
import { type Route, sendText } from '../../../hub/setup/static-files.ts';
import { pageHeaders, startTestConsole, type TestConsole } from './console-client.ts';

/** As many connections as a browser opens to one server. */
const CONNECTIONS = 6;

describe('an answer that takes long', () => {
  let console: TestConsole;
  let agent: Agent;
  let begun: { signal: AbortSignal; finish: (text: string) => void }[];
  beforeEach(async () => {
    begun = [];
    agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const answers = new SlowAnswers<string>(20);
    const slow: Route = {
      path: /^\/slow\/\d+$/,
      handle: async (request, response) => {
        const work = (signal: AbortSignal) =>
          new Promise<string>((finish) => void begun.push({ signal, finish }));
        const done = await answers.wait(request, response, work);
        if (done) sendText(response, 200, done.result);
      },
    };
    console = await startTestConsole({
      handlers: { state: async () => ({}) as ConsoleState },
      routes: [slow],
    });
  });
  afterEach(async () => {
    agent.destroy();
    await console.stop();
  });

  /** One request of a browser: status, text, and where it is sent on to. */
  const get = (path: string, method = 'GET', body = '', headers: Record<string, string> = {}) => {
    const sent = request({ host: '127.0.0.1', port: console.port, agent, path, method, headers });
    const answer = new Promise<{ status: number; text: string; location?: string }>((resolve, reject) => {
      sent.once('response', async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode!, text, location: response.headers.location! });
      });
      sent.once('error', reject);
    });
    sent.end(body);
    return { sent, answer };
  };
  /** As a browser loads a picture. @param onSlice called before each request */
  async function load(path: string, onSlice: (slice: number) => void = () => {}) {
    for (let slice = 0, next = path; ; slice++) {
      onSlice(slice);
      const { status, text, location } = await get(next).answer;
      if (status !== 302) return { status, text: text.trim(), slice };
      next = location!;
    }
  }

  it('holds no connection for long, so that calls are answered', async () => {
    const session = await console.open();
    const loading = Array.from({ length: 2 * CONNECTIONS }, (_, index) => load(`/slow/${index}`));
    const call = get('/api/state', 'POST', '{}', pageHeaders(console.port, session));
    expect((await call.answer).text).to.equal('{"result":{}}\n');
    while (begun.length < loading.length) await get('/index.html').answer;
    for (const [index, { finish }] of begun.entries()) finish(`ảnh ${index}`);
    for (const { status, text } of await Promise.all(loading)) {
      expect(status).to.equal(200);
      expect(text).to.match(/^ảnh/);
    }
    // However often the browser asked.
    expect(begun).to.have.length(loading.length);
  });

  it('is kept for a browser that was told to ask again', async () => {
    const { location } = await get('/slow/1').answer;
    begun[0]!.finish('xong');
    expect(await load(location!)).to.deep.equal({ status: 200, text: 'xong', slice: 0 });
    expect(begun).to.have.length(1);
  });

  it('is given up before the browser would give up', async () => {
    const { status, slice } = await load('/slow/1');
    expect(status).to.equal(504);
    expect(slice).to.be.greaterThan(10).and.lessThan(20);
  });

  it('is stopped when the browser leaves', async () => {
    const { sent, answer } = get('/slow/1');
    const left = answer.catch(() => 'left');
    while (!begun.length) await get('/index.html').answer;
    const { signal } = begun[0]!;
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
    sent.destroy();
    await left;
    await stopped;
  });
});
