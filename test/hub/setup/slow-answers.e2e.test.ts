import { expect } from 'chai';
import type { ConsoleState } from '../../../hub/setup/api.ts';
import { SlowAnswers } from '../../../hub/setup/slow-answers.ts';
import type { Route } from '../../../hub/setup/static-files.ts';
import { CONSOLE_BROWSERS, ConsoleBrowser } from '../console/console-browser.ts';
import { startTestConsole, type TestConsole } from './console-client.ts';

/** More than the connections that a browser opens to one server. */
const PICTURES = 12;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

for (const name of CONSOLE_BROWSERS)
  describe(`slow pictures in ${name}`, () => {
    let browser: ConsoleBrowser;
    let console: TestConsole;
    let finish = () => {};
    before(async function () {
      browser = await ConsoleBrowser.launch(this, name);
    });
    after(() => browser?.close());
    beforeEach(async () => {
      const gate = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const answers = new SlowAnswers<Buffer>();
      const slow: Route = {
        path: /^\/slow\/\d+$/,
        handle: async (request, response) => {
          const done = await answers.wait(request, response, () => gate.then(() => PNG));
          if (done) response.writeHead(200, { 'Content-Type': 'image/png' }).end(done.result);
        },
      };
      console = await startTestConsole({
        handlers: { state: async () => ({ version: '1' }) as ConsoleState },
        routes: [slow],
      });
    });
    afterEach(async () => {
      expect(await browser.tidy()).to.deep.equal([]);
      await console.stop();
    });

    it('leave room for a call, and appear in the end', async () => {
      const session = await console.open();
      const page = await browser.open(`http://127.0.0.1:${console.port}/`);
      const answer = await page.evaluate(
        async (count, session) => {
          for (let index = 0; index < count; index++)
            document.body.append(Object.assign(document.createElement('img'), { src: `/slow/${index}` }));
          const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${session}` };
          return (await fetch('/api/state', { method: 'POST', headers, body: '{}' })).text();
        },
        PICTURES,
        session,
      );
      expect(JSON.parse(answer)).to.deep.equal({ result: { version: '1' } });
      finish();
      const widths = await page.evaluate(() =>
        Promise.all(
          [...document.images].map(async (image) => {
            await image.decode();
            return image.naturalWidth;
          }),
        ),
      );
      expect(widths).to.deep.equal(Array(PICTURES).fill(1));
    });
  });
