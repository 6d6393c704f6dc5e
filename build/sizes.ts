/** Prints what is delivered and what it weighs; fails where a gate is broken. Run after the build. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface Group {
  name: string;
  /** Entry files; what they import statically is loaded, and counted, with them. */
  files: string[];
  /** Files that are there already when these are loaded. */
  without?: string[];
  /** Bytes of brotli 11 at most, the goal, and bytes of gzip at most: plain-http pages get no brotli. */
  gate?: number;
  goal?: number;
  gzipGate?: number;
}

const READ = 'npm/core.js';
const TEXT = 'npm/core-to-item.js';

const GROUPS: Group[] = [
  { name: 'tct.js, the one script', files: ['embed/tct.js'], gate: 1536, gzipGate: 1741 },
  {
    name: 'all a page with news from a hub loads',
    files: ['embed/tct.js', 'embed/tct-latest-news.js'],
    gate: 13_824,
    goal: 12_288,
    gzipGate: 15_360,
  },
  {
    name: 'documents, beyond what the news widget loads',
    files: ['embed/tct-document-list.js'],
    without: ['embed/tct.js', 'embed/tct-latest-news.js'],
    gate: 7168,
    goal: 6144,
  },
  {
    name: 'weather, beyond what the news widget loads',
    files: ['embed/tct-weather.js'],
    without: ['embed/tct.js', 'embed/tct-latest-news.js'],
    gate: 6144,
    goal: 5120,
  },
  {
    name: 'weather asked for by coordinates, beside that',
    files: ['embed/tct-coordinates.js'],
    without: ['embed/tct.js', 'embed/tct-weather.js'],
  },
  {
    name: 'the gallery until the first click, beyond the shared',
    files: ['embed/tct-gallery.js'],
    without: ['embed/tct.js', 'embed/tct-shared.js'],
    gate: 3584,
  },
  {
    name: 'its lightbox, at the first click',
    files: ['embed/tct-lightbox.js'],
    without: ['embed/tct-gallery.js'],
    gate: 6144,
  },
  {
    name: 'all a page with all four loads, until the first click',
    files: ['tct', 'tct-latest-news', 'tct-document-list', 'tct-weather', 'tct-gallery'].map(
      (name) => `embed/${name}.js`,
    ),
    gate: 31_744,
    goal: 26_624,
  },
  { name: 'core.js: a hub’s file is taken, errors are told', files: [READ] },
  {
    name: 'the XML path: scanner, RSS, RDF, Atom, charsets',
    files: ['npm/core-read-xml.js'],
    without: [READ, TEXT],
    gate: 7168,
  },
  { name: 'text, HTML, dates, identity (shared by XML, WordPress, Liferay)', files: [TEXT], without: [READ] },
  { name: 'in all, to read an RSS feed', files: [READ, 'npm/core-read-xml.js'] },
  {
    name: 'foreign JSON: JSON Feed, WordPress, Liferay, beside the shared',
    files: ['npm/core-read-json.js'],
    without: [READ, TEXT],
  },
  {
    name: 'document facts, when a title looks like one',
    files: ['npm/core-read-document.js'],
    without: [READ, TEXT],
  },
];

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** A file and everything it imports statically. */
function closure(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const folder = file.replace(/[^/]+$/, '');
    const code = readFileSync(DIST + file, 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(([, name]) => folder + name);
    closure(imports, found);
  }
  return found;
}

let broken = 0;
const rows = GROUPS.map(({ name, files, without = [], gate, goal, gzipGate }) => {
  const there = closure(without);
  const loaded = [...closure(files)].filter((file) => !there.has(file));
  const sum = (compress: (bytes: Buffer) => Buffer) =>
    loaded.reduce((total, file) => total + compress(readFileSync(DIST + file)).length, 0);
  const brotli = sum((bytes) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  const gzip = sum((bytes) => gzipSync(bytes, { level: 9 }));
  const fits = brotli <= (gate ?? brotli) && gzip <= (gzipGate ?? gzip);
  if (!fits) broken++;
  const limits = gate
    ? `${fits ? '≤' : '> BROKEN'} ${gate}${gzipGate ? `, gzip ${gzipGate}` : ''}${goal ? ` (goal ${goal})` : ''}`
    : '';
  return `| ${name} | ${brotli} | ${gzip} | ${limits} |`;
});
console.log(`\n| delivered, bytes | brotli | gzip | gate |\n|---|---|---|---|\n${rows.join('\n')}\n`);

/** What is installed is not compressed again: bytes as they are. */
const EXTENSION: [name: string, bytes: number, gate: number, goal: number][] = [
  ['extension for Chrome, zip', statSync(`${DIST}extension/tct-chrome.zip`).size, 76_800, 61_440],
  ['extension for Firefox, zip', statSync(`${DIST}extension/tct-firefox.zip`).size, 76_800, 61_440],
  ['its background with its chunks', extensionCode('background.js'), 65_536, 46_080],
];
function extensionCode(entry: string): number {
  const files = closure([`extension/chrome/${entry}`]);
  return [...files].reduce((sum, file) => sum + statSync(DIST + file).size, 0);
}
const installed = EXTENSION.map(([name, bytes, gate, goal]) => {
  const fits = bytes <= gate;
  if (!fits) broken++;
  return `| ${name} | ${bytes} | ${fits ? '≤' : '> BROKEN'} ${gate} (goal ${goal}) |`;
});
console.log(`| installed | bytes | gate |\n|---|---|---|\n${installed.join('\n')}\n`);
process.exit(broken ? 1 : 0);
