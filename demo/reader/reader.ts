/** Shows how the readers parse each site of the sample cluster, beside the raw text of every post. */
import { type Feed, FeedError, type Item, readFeed } from '../../core/index.ts';
import { rawPostOf, splitRawPosts } from './raw-posts.ts';
import type { SampleSource } from './sample-source.ts';

/** A response and the result of `readFeed`: a feed or an error. */
interface ParsedSource {
  status: string;
  contentType: string;
  bytes: number;
  /** Time that `readFeed` took. */
  milliseconds: number;
  text: string;
  feed?: Feed;
  error?: string;
}

const REFRESH_MS = 20_000;

async function readSource({ readFrom, url }: SampleSource): Promise<ParsedSource> {
  const response = await fetch(new URL(readFrom, new URL('../', location.href)), { cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  const parsed: ParsedSource = {
    status: `${response.status} ${response.statusText}`,
    contentType,
    bytes: bytes.length,
    milliseconds: 0,
    text: new TextDecoder(/charset=([\w-]+)/i.exec(contentType)?.[1]).decode(bytes),
  };
  const start = performance.now();
  try {
    parsed.feed = await readFeed(bytes, { url, contentType });
  } catch (error) {
    parsed.error = error instanceof FeedError ? error.vi : String(error);
  }
  parsed.milliseconds = performance.now() - start;
  return parsed;
}

/** Creates an element; strings become text, never markup. */
function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string | undefined)[]
): HTMLElement {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children.filter((child) => child !== undefined));
  return created;
}

/** A date no finer than its precision. The model's dates are in Vietnam time, so truncating suffices. */
function formatDate({ date_published: date, _tct }: Item): string {
  if (!date) return 'không rõ ngày';
  const [day, time = ''] = date.split('T');
  const text = day!.split('-').reverse().join('/');
  if (_tct?.precision === 'day') return text;
  return `${text} ${_tct?.precision === 'hour' ? `${time.slice(0, 2)} giờ` : time.slice(0, 5)}`;
}

function renderPost(item: Item, rawPost: string | undefined): HTMLElement {
  const document = item._tct?.document;
  const facts = [
    formatDate(item),
    item.authors?.map(({ name }) => name).join(', '),
    item.tags?.join(' · '),
    item._tct?.views && `${item._tct.views} lượt xem`,
    document && [document.type, document.number, document.issued].filter(Boolean).join(' '),
    `mã ${item.id}`,
  ];
  const title = item.title ?? item.summary?.slice(0, 80) ?? item.url ?? item.id;
  return element(
    'li',
    { class: 'post' },
    element(
      'div',
      { class: 'parsed' },
      element('h3', {}, item.url ? element('a', { href: item.url, rel: 'noreferrer' }, title) : title),
      element('p', { class: 'meta' }, facts.filter(Boolean).join(' – ')),
      item.summary && item.summary !== title ? element('p', { class: 'summary' }, item.summary) : undefined,
      item.attachments &&
        element(
          'ul',
          { class: 'files' },
          ...item.attachments.map((file) =>
            element(
              'li',
              {},
              element('a', { href: file.url, rel: 'noreferrer' }, file.title ?? file.url),
              ` (${file.mime_type})`,
            ),
          ),
        ),
      item.image
        ? element('img', {
            src: item.image,
            alt: '',
            width: '120',
            height: '80',
            loading: 'lazy',
            referrerpolicy: 'no-referrer',
          })
        : undefined,
    ),
    element(
      'div',
      { class: 'raw' },
      element('pre', { tabindex: '0', 'aria-label': `Nguyên văn: ${title}` }, rawPost?.slice(0, 4000) ?? '–'),
    ),
  );
}

function renderSource(source: SampleSource, index: number, parsed: ParsedSource): HTMLElement {
  const { feed } = parsed;
  const rawPosts = splitRawPosts(parsed.text);
  const facts = `${source.cms} – ${parsed.status} – ${parsed.contentType || 'không có Content-Type'} – ${parsed.bytes.toLocaleString('vi')} byte – đọc trong ${parsed.milliseconds.toFixed(1)} ms`;
  return element(
    'section',
    { class: 'source', id: `source-${index}`, 'aria-labelledby': `title-${index}` },
    element(
      'header',
      {},
      element('h2', { id: `title-${index}` }, `${source.school}: ${source.title}`),
      element('p', { class: 'facts' }, `${feed ? `${feed.items.length} bài – ` : ''}${facts}`),
      element('p', { class: 'facts' }, element('a', { href: source.url, rel: 'noreferrer' }, source.url)),
    ),
    feed
      ? element(
          'ol',
          { class: 'posts' },
          ...feed.items.map((item, position) =>
            renderPost(item, rawPostOf(item, position, feed.items.length, rawPosts)),
          ),
        )
      : element('p', { class: 'error', role: 'status' }, parsed.error),
  );
}

const postsElement = document.querySelector<HTMLElement>('#posts')!;
const navElement = document.querySelector<HTMLElement>('#sources')!;
const statusElement = document.querySelector<HTMLElement>('#status')!;
/** The response shown for each source, by its index. */
const shownTexts = new Map<number, string>();

async function refresh(): Promise<void> {
  let changedPosts = 0;
  const list: SampleSource[] = await (await fetch('../sites/index.json', { cache: 'no-store' })).json();
  if (!navElement.childElementCount) {
    navElement.append(
      ...list.map((source, index) =>
        element('a', { href: `#source-${index}` }, `${source.school}: ${source.title}`),
      ),
    );
    postsElement.append(...list.map((_, index) => element('section', { id: `source-${index}` })));
  }
  for (const [index, source] of list.entries()) {
    const parsed = await readSource(source);
    // Unchanged sources are not rendered again, so that nothing moves.
    if (shownTexts.get(index) === parsed.text) continue;
    shownTexts.set(index, parsed.text);
    changedPosts += parsed.feed?.items.length ?? 0;
    postsElement.querySelector(`#source-${index}`)!.replaceWith(renderSource(source, index, parsed));
  }
  if (changedPosts) statusElement.textContent = `Đã đọc ${changedPosts} bài.`;
  postsElement.removeAttribute('aria-busy');
}

async function keepRefreshing(): Promise<void> {
  if (!document.hidden) await refresh();
  setTimeout(keepRefreshing, REFRESH_MS);
}

// Load every reader first, so that the times shown do not include loading code.
await Promise.all(
  [
    '<rss/>',
    '[]',
    '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
    '{"totalCount":0,"items":[]}',
  ].map((emptyFeed) => readFeed(emptyFeed, { url: location.href })),
);
void keepRefreshing();
