/** Our feed reader against others: time per feed in Node and in Chromium, and the bytes of each. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import RssParser from 'rss-parser';
import { chromium } from './chromium.ts';
import type { Reader } from './reader-contenders.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** The recorded WordPress feed, its items repeated up to a count, each with its own guid. */
function longFeed(count: number): Uint8Array {
  const recorded = fixture('wordpress/feed-rss2.xml').toString();
  const items = recorded.match(/<item>[\s\S]*?<\/item>/g)!;
  const head = recorded.slice(0, recorded.indexOf('<item>'));
  const body = Array.from({ length: count }, (_, index) =>
    items[index % items.length]!.replace('</guid>', `#${index}</guid>`),
  );
  return new TextEncoder().encode(`${head}${body.join('\n')}</channel></rss>`);
}

const INPUTS: Record<string, Uint8Array> = {
  'RSS, 50 items, 125 KB': longFeed(50),
  'RSS, 5,000 items, 12 MB': longFeed(5000),
  'WordPress RSS': fixture('wordpress/feed-rss2.xml'),
  'WordPress Atom': fixture('wordpress/feed-atom.xml'),
  'WordPress RDF': fixture('wordpress/feed-rdf.xml'),
  'NukeViet news': fixture('nukeviet/rss-news.xml'),
  'MediaWiki Atom': fixture('mediawiki/recentchanges-atom.xml'),
};

function print(where: string, table: Record<string, Record<string, number | undefined>>): void {
  const names = Object.keys(Object.values(table)[0]!);
  console.log(`\n### Reader, bytes to model, ${where}: ms (times as long as ours)\n`);
  console.log(`| input | ${names.join(' | ')} |\n|---|${names.map(() => '---').join('|')}|`);
  for (const [input, times] of Object.entries(table)) {
    const ours = times['tct-widgets']!;
    const cells = names.map((name) => {
      const time = times[name];
      return time === undefined
        ? 'fails'
        : `${time.toFixed(2)}${name === 'tct-widgets' ? '' : ` (${(time / ours).toFixed(2)}×)`}`;
    });
    console.log(`| ${input} | ${cells.join(' | ')} |`);
  }
}

/** Bundles and minifies, with the same options for all. */
async function bundle(entry: string, outfile: string, platform: 'node' | 'browser'): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: platform === 'node' ? 'esm' : 'iife',
    globalName: 'bench',
    platform,
    target: 'es2022',
    logLevel: 'error',
  });
}

async function inChromium(script: string): Promise<void> {
  const browser = await chromium('the readers in a browser');
  if (!browser) return;
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: script });
    const inputs = Object.fromEntries(
      Object.entries(INPUTS).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    );
    // A string, because esbuild would put helpers into a function that the page does not have.
    const table = await page.evaluate(`(() => {
      const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const inputs = Object.entries(${JSON.stringify(inputs)}).map(([name, text]) => [name, bytes(text)]);
      return bench.measureReaders(bench.FEED_READERS, Object.fromEntries(inputs));
    })()`);
    print(
      `in ${await browser.version()}`,
      table as Awaited<ReturnType<typeof import('./measure-readers.ts').measureReaders>>,
    );
  } finally {
    await browser.close();
  }
}

export async function benchReader(): Promise<void> {
  const folder = await mkdtemp(join(HERE, '.bench-'));
  try {
    const forNode = join(folder, 'node.mjs');
    await bundle(join(HERE, 'reader-bundle.ts'), forNode, 'node');
    const { FEED_READERS, measureReaders } = (await import(
      pathToFileURL(forNode).href
    )) as typeof import('./reader-bundle.ts');
    const rssParser = new RssParser();
    const readers: Record<string, Reader> = {
      ...FEED_READERS,
      'rss-parser': (bytes) => rssParser.parseString(new TextDecoder().decode(bytes)),
    };
    print(`in Node ${process.version}`, await measureReaders(readers, INPUTS));
    const forBrowser = join(folder, 'browser.js');
    await bundle(join(HERE, 'reader-bundle.ts'), forBrowser, 'browser');
    await inChromium(forBrowser);
    console.log(
      '\nWhat each does: ours decodes by the declared charset and returns plain text, dates in one form, images and attachments; feedsmith, rss-parser and htmlparser2 leave HTML as it is, and feedsmith and htmlparser2 look for no images. All are given UTF-8.',
    );
    console.log('\n| bundled for a page | minified | brotli |\n|---|---|---|');
    for (const [name, entry] of [
      ['tct-widgets, all formats', join(HERE, '../../core/index.ts')],
      ['feedsmith', 'feedsmith'],
      ['@rowanmanning/feed-parser', '@rowanmanning/feed-parser'],
      ['htmlparser2', 'htmlparser2'],
    ]) {
      const out = join(folder, 'size.js');
      await bundle(entry!, out, 'browser');
      const code = readFileSync(out);
      console.log(`| ${name} | ${code.length} | ${brotliCompressSync(code).length} |`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
