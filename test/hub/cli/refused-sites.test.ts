import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { runCommand } from '../run-command.ts';

describe('tct-hub discover, at a site that lets nobody in,', () => {
  let server: Server;
  let origin: string;
  let requested: string[];
  let answer: (response: ServerResponse) => void;
  before(async () => {
    server = createServer(({ url }, response) => {
      requested.push(url!);
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requested = [];
  });
  after(() => {
    server.close();
  });

  for (const status of [200, 403])
    it(`says that it is a challenge, and asks for nothing else: ${status}`, async () => {
      answer = (response) =>
        response
          .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
          .end('<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>');
      const { code, text } = await runCommand(['discover', `${origin}/`]);
      expect(code).to.equal(1);
      expect(text).to.include('trang kiểm tra trình duyệt hoặc trang đăng nhập (“Just a moment...”)');
      expect(requested).to.deep.equal(['/robots.txt', '/']);
    });

  it('says that it redirects to this machine', async () => {
    answer = (response) => response.writeHead(302, { Location: 'http://localhost:1/' }).end();
    const { code, text } = await runCommand(['discover', `${origin}/`]);
    expect(code).to.equal(1);
    expect(text).to.include('chính máy này').and.not.include('vòng quanh');
  });
});
