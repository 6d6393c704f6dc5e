import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { collect, runCommand, startCommand } from '../run-command.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('the command tct-hub, disturbed while it collects', () => {
  let hub: Hub;
  const config = () => join(hub.folder, 'cluster.jsonc');
  const configure = (value: object) => writeFile(config(), JSON.stringify(value));
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  describe('with a source that answers 101', () => {
    let server: Server;
    beforeEach(async () => {
      server = createServer((socket) =>
        socket
          .on('error', () => {})
          .once('data', () => socket.end('HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')),
      ).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { schools } = hub.configuration as { schools: object[] };
      hub.configuration = {
        ...hub.configuration,
        schools: [{ id: 'la', name: 'Trường lạ', home, news: `${home}/rss` }, ...schools],
      };
    });
    afterEach(() => {
      server.close();
    });

    it('publishes the others', async () => {
      const { code, text } = await collect(hub, NOW);
      expect(text).to.include('1 lỗi (la · Tin)');
      expect(code).to.equal(1);
      expect((await hub.feed('news.json')).items).to.not.have.length(0);
    });

    it('goes on with --every', async () => {
      await configure(hub.configuration);
      const child = startCommand(['--config', config(), '--out', hub.out, '--every', '5m']);
      const ended = once(child, 'close');
      const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
      expect(String(line)).to.include('1 lỗi (la · Tin)');
      expect(child.exitCode).to.equal(null);
      child.kill();
      await ended;
    });
  });

  it('fails with a message if it ends before its work is done', async () => {
    await configure(hub.configuration);
    const args = ['--config', config(), '--out', hub.out];
    /** Runs with another `rename`, which every write of a file ends with. */
    const runWith = (rename: string) => {
      const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
        fs.promises.rename = () => new Promise(${rename}); syncBuiltinESMExports();`;
      return runCommand(args, { nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(code)}`] });
    };
    const stalled = await runWith('() => {}');
    expect(stalled.text).to.include('dừng giữa chừng');
    expect(stalled.code).to.equal(2);
    // The code 1 would mean that the other sources are published.
    const thrown = await runWith("() => setImmediate(() => { throw new Error('hỏng'); })");
    expect(thrown.text).to.include('Error: hỏng');
    expect(thrown.code).to.equal(2);
  });

  it('publishes although nobody reads its output', async () => {
    await configure(hub.configuration);
    const child = startCommand(['--config', config(), '--out', hub.out, '--json']);
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = await once(child, 'close');
    expect(code).to.equal(0);
    expect((await hub.feed('news.json')).items).to.not.have.length(0);
  });
});
