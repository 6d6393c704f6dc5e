import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { runCommand } from '../run-command.ts';

describe('tct-hub discover, at a site that lets nobody in,', function () {
  this.timeout(60_000);
  let server: Server;
  let origin: string;
  let answer: (response: ServerResponse) => void;
  before(async () => {
    server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
  });

  it('says that it redirects to this machine', async () => {
    answer = (response) => response.writeHead(302, { Location: 'http://localhost:1/' }).end();
    const { code, text } = await runCommand(['discover', `${origin}/`]);
    expect(code).to.equal(1);
    expect(text).to.include('chính máy này').and.not.include('vòng quanh');
  });
});
