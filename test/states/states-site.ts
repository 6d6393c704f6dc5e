import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { Site, type SiteResponse } from '../sites/site.ts';
import { LISTS } from './sample-lists.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DEMO = folder('demo/');
const EMBED = folder('dist/embed/');

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};
const FILES: Record<string, string> = {
  '/states/states.css': 'demo/states/states.css',
  '/page.css': 'demo/page.css',
  '/core/palette.css': 'core/palette.css',
};
const SCRIPTS = /^\/hub\/(tct[\w-]*\.js)$/;
const LIST_FILES = /^\/hub\/(\w+)\.json$/;
const PICTURES = /^\/pictures\/(\d+)x(\d+)\/([\w-]+)\.svg$/;

const send = (type: string, body: string | Uint8Array): SiteResponse => ({
  headers: { 'Content-Type': TYPES[type]!, 'Cache-Control': 'max-age=3600' },
  body,
});

/** The page of all states as the demo serves it, with the built scripts and with lists that never change. */
export class StatesSite extends Site {
  private readonly script = buildSync({
    entryPoints: [`${DEMO}states/states.ts`],
    bundle: true,
    format: 'esm',
    write: false,
  }).outputFiles[0]!.contents;

  protected override answer(path: string): SiteResponse | undefined {
    if (path === '/states/') return send('html', readFileSync(`${DEMO}states/index.html`));
    if (path === '/states/states.ts') return send('js', this.script);
    const file = FILES[path];
    if (file) return send('css', readFileSync(folder(file)));
    const script = SCRIPTS.exec(path)?.[1];
    if (script) return send('js', readFileSync(EMBED + script));
    const list = LISTS[LIST_FILES.exec(path)?.[1] ?? ''];
    if (list) return send('json', JSON.stringify(this.withAddresses(list)));
    const [, width, height, name] = PICTURES.exec(path) ?? [];
    return name ? send('svg', drawing(Number(width), Number(height), name)) : undefined;
  }

  /** Pictures are named by their path alone, as the port differs each time. */
  private withAddresses(list: unknown): unknown {
    return JSON.parse(JSON.stringify(list).replaceAll('"/pictures/', `"${this.origin}/pictures/`));
  }
}

/** Sky, sun and ground, in a colour of the name: what is cut off or stretched can be seen. */
function drawing(width: number, height: number, name: string): string {
  const hue = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 70%)"/>
    <rect y="65%" width="100%" height="35%" fill="hsl(${hue} 40% 35%)"/>
    <circle cx="30%" cy="35%" r="${Math.min(width, height) / 6}" fill="#fff"/>
  </svg>`;
}
