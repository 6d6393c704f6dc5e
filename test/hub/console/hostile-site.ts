import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Site, type SiteResponse } from '../../sites/site.ts';
import { HOSTILE } from '../page/shown/hostile-pages.ts';

const NAMES = Object.keys(HOSTILE);
/** Headers that would make a browser ask or go elsewhere, or lift what protects it, if the hub passed them on. */
const headers = (evil: string) => ({
  'Content-Type': 'text/html; charset=utf-8',
  Refresh: '0;url=/pwned',
  Link: `<http://${evil}/>; rel=preconnect, </pwned>; rel=preload; as=script`,
  'Content-Security-Policy': 'default-src *',
  'Set-Cookie': 'pwned=1',
});

/** A site of hostile pages. Its own log, and that of the server that stands for evil.example, say who asked what. */
export class HostileSite extends Site {
  /** Connections to evil.example. Nothing of the page's, and not the hub either, may open one. */
  connections = 0;
  private readonly evil = createServer((socket) => {
    this.connections++;
    socket.destroy();
  });

  override async start(): Promise<this> {
    await new Promise<void>((resolve) => this.evil.listen(0, '127.0.0.1', resolve));
    return super.start();
  }

  override async stop(): Promise<void> {
    await new Promise((resolve) => this.evil.close(resolve));
    await super.stop();
  }

  /** The address of the page with one of the hostile pieces. */
  page(name: string): string {
    return this.url(`/trang-${NAMES.indexOf(name)}`);
  }

  html(name: string): string {
    return `<title>${name}</title>${HOSTILE[name]}`.replaceAll('evil.example', this.evilHost);
  }

  /** What must not have been asked since the last call: by a browser anything, by the hub what is no page or picture. */
  strays(): string[] {
    const asked = this.requests.splice(0).flatMap(({ method, path, headers }) => {
      const isHub = /^tct-hub\b/.test(headers['user-agent'] ?? '');
      return isHub && method === 'GET' && path !== '/pwned' ? [] : [`${method} ${path} of the site`];
    });
    const { connections } = this;
    this.connections = 0;
    return connections ? [...asked, `${connections} connections to evil.example`] : asked;
  }

  protected answer(path: string): SiteResponse | undefined {
    const name = NAMES[Number(/^\/trang-(\d+)$/.exec(path)?.[1] ?? Number.NaN)];
    return name === undefined ? undefined : { headers: headers(this.evilHost), body: this.html(name) };
  }

  private get evilHost(): string {
    return `127.0.0.1:${(this.evil.address() as AddressInfo).port}`;
  }
}
