import { type Feed, FeedError, type Item, readFeed } from '../../core/index.ts';
import { sentOf, sentPosts } from './raw-posts.ts';
import type { Listed } from './sample-source.ts';

interface Answer {
  status: string;
  type: string;
  bytes: number;
  milliseconds: number;
  text: string;
  feed?: Feed;
  error?: string;
}

/** Milliseconds between two looks at the sites. */
const EVERY = 20_000;

async function read({ here, url }: Listed): Promise<Answer> {
  const response = await fetch(new URL(here, new URL('../', location.href)), { cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  const answer: Answer = {
    status: `${response.status} ${response.statusText}`,
    type: contentType,
    bytes: bytes.length,
    milliseconds: 0,
    text: new TextDecoder(/charset=([\w-]+)/i.exec(contentType)?.[1]).decode(bytes),
  };
  const start = performance.now();
  try {
    answer.feed = await readFeed(bytes, { url, contentType });
  } catch (error) {
    answer.error = error instanceof FeedError ? error.vi : String(error);
  }
  answer.milliseconds = performance.now() - start;
  return answer;
}

/** An element with text or children; text is text. */
function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string | undefined)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** `2022-07-27T15:56:00+07:00` no finer than it is known: the model's dates are Vietnam's, so cutting is enough. */
function dateWords({ date_published: date, _tct }: Item): string {
  if (!date) return 'không rõ ngày';
  const [day, time = ''] = date.split('T');
  const words = day!.split('-').reverse().join('/');
  if (_tct?.precision === 'day') return words;
  return `${words} ${_tct?.precision === 'hour' ? `${time.slice(0, 2)} giờ` : time.slice(0, 5)}`;
}

function postView(item: Item, sent: string | undefined): HTMLElement {
  const document = item._tct?.document;
  const facts = [
    dateWords(item),
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
      { class: 'read' },
      element('h3', {}, item.url ? element('a', { href: item.url, rel: 'noreferrer' }, title) : title),
      element('p', { class: 'meta' }, facts.filter(Boolean).join(' — ')),
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
      { class: 'sent' },
      element('pre', { tabindex: '0', 'aria-label': `Nguyên văn: ${title}` }, sent?.slice(0, 4000) ?? '—'),
    ),
  );
}

function sourceView(source: Listed, index: number, answer: Answer): HTMLElement {
  const { feed } = answer;
  const sent = sentPosts(answer.text);
  const facts = `${source.cms} — ${answer.status} — ${answer.type || 'không có Content-Type'} — ${answer.bytes.toLocaleString('vi')} byte — đọc trong ${answer.milliseconds.toFixed(1)} ms`;
  return element(
    'section',
    { class: 'source', id: `source-${index}`, 'aria-labelledby': `title-${index}` },
    element(
      'header',
      {},
      element('h2', { id: `title-${index}` }, `${source.school}: ${source.title}`),
      element('p', { class: 'facts' }, `${feed ? `${feed.items.length} bài — ` : ''}${facts}`),
      element('p', { class: 'facts' }, element('a', { href: source.url, rel: 'noreferrer' }, source.url)),
    ),
    feed
      ? element(
          'ol',
          { class: 'posts' },
          ...feed.items.map((item, at) => postView(item, sentOf(item, at, feed.items.length, sent))),
        )
      : element('p', { class: 'error', role: 'status' }, answer.error),
  );
}

const posts = document.querySelector<HTMLElement>('#posts')!;
const nav = document.querySelector<HTMLElement>('#sources')!;
const said = document.querySelector<HTMLElement>('#said')!;
const shown = new Map<number, string>();

async function look(): Promise<void> {
  let news = 0;
  const list: Listed[] = await (await fetch('../sites/index.json', { cache: 'no-store' })).json();
  if (!nav.childElementCount) {
    nav.append(
      ...list.map((source, index) =>
        element('a', { href: `#source-${index}` }, `${source.school}: ${source.title}`),
      ),
    );
    posts.append(...list.map((_, index) => element('section', { id: `source-${index}` })));
  }
  for (const [index, source] of list.entries()) {
    const answer = await read(source);
    // A source that says what it said is left alone, so that nothing moves under a reader's eyes.
    if (shown.get(index) === answer.text) continue;
    shown.set(index, answer.text);
    news += answer.feed?.items.length ?? 0;
    posts.querySelector(`#source-${index}`)!.replaceWith(sourceView(source, index, answer));
  }
  if (news) said.textContent = `Đã đọc ${news} bài.`;
  posts.removeAttribute('aria-busy');
}

async function keepLooking(): Promise<void> {
  if (!document.hidden) await look();
  setTimeout(keepLooking, EVERY);
}

// The readers are loaded before the clock is started: what is shown is the time of reading.
await Promise.all(
  [
    '<rss/>',
    '[]',
    '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
    '{"totalCount":0,"items":[]}',
  ].map((nothing) => readFeed(nothing, { url: location.href })),
);
void keepLooking();
