import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../hub-site.ts';

const CMS = fileURLToPath(new URL('../../../demo/nhung/cms/', import.meta.url));

/** What a partner's webmaster has pasted into the page. */
export interface Pasted {
  /** The imitated site. */
  cms: string;
  code: string;
  /** A Content-Security-Policy that the server sends. */
  policy?: string;
}

/** Replaces what a server with SSI replaces, by the files of a folder on it. */
function expandIncludes(html: string, folder: string): string {
  return html.replace(/<!--#include virtual="([^"]+)" -->/g, (_, path: string) =>
    readFileSync(join(folder, path), 'utf8'),
  );
}

/** A server of imitated sites, with a page for each thing that was pasted. */
export class PartnerSite {
  readonly #pages: Pasted[] = [];

  private constructor(
    readonly server: Server,
    readonly url: string,
  ) {}

  /** @param folder of the hub, for a server that includes its files */
  static async start(folder: string): Promise<PartnerSite> {
    const { server, url } = await listen((request, response) => {
      const { pathname } = new URL(request.url!, 'http://partner.example');
      const css = /^\/pages\/(\w+\.css)$/.exec(pathname)?.[1];
      if (css)
        return response.writeHead(200, { 'Content-Type': 'text/css' }).end(readFileSync(CMS + css, 'utf8'));
      const pasted = site.#pages[Number(/^\/pages\/(\d+)$/.exec(pathname)?.[1])];
      if (!pasted) return response.writeHead(404).end();
      const html = readFileSync(`${CMS}${pasted.cms}.html`, 'utf8').replace(
        '<div id="tct-here"></div>',
        () => `<div id="tct-here">${pasted.code}</div>`,
      );
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        ...(pasted.policy && { 'Content-Security-Policy': pasted.policy }),
      };
      return response.writeHead(200, headers).end(expandIncludes(html, folder));
    });
    const site = new PartnerSite(server, url);
    return site;
  }

  /** Saves a page, and returns its address. */
  paste(pasted: Pasted): string {
    return `${this.url}pages/${this.#pages.push(pasted) - 1}`;
  }
}
