/**
 * `npm run conformance -- [DIR]`: reads the feeds of a suite laid out as gofeed's (NAME.xml or NAME.json beside its
 * expected values) and prints for each field how many of the expectations that our model has a place for are met.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import type { Feed, Item } from '../../core/index.ts';
import { readFeed } from '../../core/index.ts';

type Expected = Record<string, unknown>;

/** Fields of gofeed's model that ours omits, with the reason. */
const OMITTED_FIELDS: Record<string, string> = {
  feedType: 'the model is independent of the format',
  feedVersion: 'the model is independent of the format',
  copyright: 'JSON Feed has no place for it',
  generator: 'JSON Feed has no place for it',
  'feed categories': 'JSON Feed has tags on items only',
  'feed updated': 'JSON Feed has dates on items only',
  'feed published': 'JSON Feed has dates on items only',
  extensions: 'raw extensions are read into the model’s own fields',
  dcExt: 'raw extensions are read into the model’s own fields',
  itunesExt: 'raw extensions are read into the model’s own fields',
  custom: 'unknown elements are left out',
  links: 'the model has one page per item or feed (`url`) and the feed’s own address',
};

/** Expectations that we miss on purpose, by case and field. */
const INTENDED_MISSES: Record<string, string> = {
  'feed_item_links_-_rss_channel_item_links link': 'RSS 2.0 has one link: the first is taken, not the last',
  'feed_links_-_rdf_channel_links feed link': 'RSS has one link: the first is taken, not the last',
  'feed_links_-_rss_channel_links feed link': 'RSS has one link: the first is taken, not the last',
};

/** The text of a piece of HTML, extracted by an independent parser. */
function textOf(html: unknown): string {
  let text = '';
  const parser = new Parser(
    { ontext: (part) => (text += part), onopentagname: () => (text += ' ') },
    { decodeEntities: true },
  );
  parser.end(String(html ?? ''));
  return text.replace(/\s+/g, ' ').trim();
}

const instant = (date: unknown) => (date ? new Date(String(date).replace(/\.\d+/, '')).getTime() : undefined);
const names = (people: unknown) =>
  (people as { name?: string; email?: string }[]).map(({ name, email }) => name || email);
const json = (value: unknown) => JSON.stringify(value);

/** For each expected field that our model has a place for: its name, the expected and the actual value, comparable. */
function compareFeed(expected: Expected, feed: Feed): [string, unknown, unknown][] {
  const rows: [string, unknown, unknown][] = [];
  const image = (value: unknown) => (value as { url?: string } | undefined)?.url;
  for (const [field, value] of Object.entries(expected)) {
    if (field === 'title') rows.push(['feed title', textOf(value), feed.title]);
    else if (field === 'description') rows.push(['feed description', textOf(value), feed.description ?? '']);
    else if (field === 'link') rows.push(['feed link', value, feed.home_page_url]);
    else if (field === 'feedLink') rows.push(['feed feedLink', value, feed.feed_url]);
    else if (field === 'language') rows.push(['feed language', value, feed.language]);
    else if (field === 'image') rows.push(['feed image', image(value), feed.icon]);
    else if (field === 'authors')
      rows.push(['feed authors', json(names(value)), json(feed.authors?.map(({ name }) => name))]);
  }
  return rows;
}

function compareItem(expected: Expected, item: Item | undefined): [string, unknown, unknown][] {
  const rows: [string, unknown, unknown][] = [];
  for (const [field, value] of Object.entries(expected)) {
    if (field === 'title') rows.push(['title', textOf(value), item?.title ?? '']);
    else if (field === 'description') rows.push(['description', textOf(value), item?.summary ?? '']);
    else if (field === 'content')
      rows.push(['content', textOf(value), item?.content_text.replace(/\s+/g, ' ') ?? '']);
    else if (field === 'link') rows.push(['link', value, item?.url]);
    else if (field === 'guid') rows.push(['guid', value, item?.id]);
    else if (field === 'published')
      rows.push(['published', instant(expected.publishedParsed ?? value), instant(item?.date_published)]);
    else if (field === 'updated')
      rows.push(['updated', instant(expected.updatedParsed ?? value), instant(item?.date_modified)]);
    else if (field === 'image') rows.push(['image', (value as { url?: string }).url, item?.image]);
    else if (field === 'authors')
      rows.push(['authors', json(names(value)), json(item?.authors?.map(({ name }) => name))]);
    else if (field === 'categories')
      rows.push(['categories', json([...(value as string[])].sort()), json([...(item?.tags ?? [])].sort())]);
    else if (field === 'enclosures') {
      const urls = (value as { url: string }[]).map(({ url }) => url);
      rows.push(['enclosures', json(urls), json(item?.attachments?.map(({ url }) => url))]);
    }
  }
  return rows;
}

const root = process.argv[2] ?? fileURLToPath(new URL('./gofeed', import.meta.url));
const files = (await readdir(root, { recursive: true }))
  .filter((file) => /\.(?:xml|json)$/.test(file))
  .sort();
const met = new Map<string, [number, number]>();
const misses: string[] = [];
let omitted = 0;
for (const file of files) {
  const name = file.replace(/(?:_expected)?\.(?:xml|json)$/, '');
  const input =
    files.find((each) => each === `${name}.xml`) ??
    (file.endsWith('_expected.json') ? `${name}.json` : undefined);
  if (!input || input === file) continue;
  const expected = JSON.parse(await readFile(join(root, file), 'utf8')) as Expected;
  let feed: Feed;
  try {
    feed = await readFeed(await readFile(join(root, input)), { url: 'http://example.org/feed' });
  } catch (error) {
    misses.push(`${name}: not read: ${(error as Error).message}`);
    continue;
  }
  const items = (expected.items ?? []) as Expected[];
  const rows = [
    ...compareFeed(expected, feed),
    ...items.flatMap((item, index) => compareItem(item, feed.items[index])),
  ];
  omitted += Object.keys(expected).filter(
    (key) => key in OMITTED_FIELDS || `feed ${key}` in OMITTED_FIELDS,
  ).length;
  omitted += items.flatMap((item) => Object.keys(item)).filter((key) => key in OMITTED_FIELDS).length;
  for (const [field, wanted, got] of rows) {
    const [good, all] = met.get(field) ?? [0, 0];
    const same = wanted === got || (wanted === '' && !got);
    met.set(field, [good + Number(same), all + 1]);
    if (!same) {
      const reason = INTENDED_MISSES[`${name.split('/').pop()} ${field}`] ?? 'unexplained';
      misses.push(`${name} ${field}: expected ${json(wanted)}, got ${json(got)} (${reason})`);
    }
  }
}

const total = [...met.values()].reduce(([a, b], [good, all]) => [a + good, b + all], [0, 0]);
console.log('| field | met | of |\n|---|---|---|');
for (const [field, [good, all]] of [...met].sort()) console.log(`| ${field} | ${good} | ${all} |`);
console.log(`| **all** | **${total[0]}** | **${total[1]}** |`);
console.log(`\n${omitted} expectations omitted because the model has no place for them:`);
for (const [field, reason] of Object.entries(OMITTED_FIELDS)) console.log(`- ${field}: ${reason}`);
console.log(misses.length ? `\n${misses.length} misses:\n- ${misses.join('\n- ')}` : '\nNo misses.');
process.exitCode = misses.some((miss) => miss.includes('unexplained') || miss.includes('not read')) ? 1 : 0;
