/** A small stand-in for the console's calls about a page, for tests of the view alone: siblings of a kind are a list. */

import { numberElements } from '../../../hub/page/element-numbers.ts';
import { HtmlPage } from '../../../hub/page/html-page.ts';
import { showPage } from '../../../hub/page/shown/show-page.ts';
import { type Element, isElement, selfAndAncestors, visibleElements } from '../../../hub/page/tree.ts';
import type { FeedPath, Handlers, PointedPost } from '../../../hub/setup/api.ts';
import type { Route } from '../../../hub/setup/static-files.ts';
import { UserError } from '../../../hub/setup/user-error.ts';

interface Parsed {
  html: string;
  page: HtmlPage;
  elements: Element[];
}

const signature = (element: Element) => `${element.name}.${element.attribs.class ?? ''}`;

/** The fellows of an element: siblings of its nearest ancestor that has some. */
function fellowsOf(element: Element): Element[] {
  for (const each of selfAndAncestors(element)) {
    const siblings = (each.parent?.children ?? []).filter(
      (other): other is Element => isElement(other) && signature(other) === signature(each),
    );
    const listed = siblings.filter((other) => visibleElements(other, /^a$/).length);
    if (/^(?:li|tr|article|div)$/.test(each.name) && listed.length > 1) return listed;
  }
  return [element];
}

export interface FakePages {
  handlers: Partial<Handlers>;
  routes: Route[];
  /** The requests of `point`, oldest first. */
  asked: Parameters<NonNullable<Handlers['point']>>[0][];
}

/** @param pages HTML by URL */
export function fakePoint(pages: Record<string, string>): FakePages {
  const opened: Parsed[] = [];
  const feeds: string[] = [];
  const asked: FakePages['asked'] = [];

  function read({ page, elements }: Parsed, element: Element): PointedPost {
    const inside = visibleElements(element);
    const number = (each: Element | undefined) => (each ? elements.indexOf(each) : undefined);
    const links = inside.filter(({ name, attribs }) => name === 'a' && attribs.href);
    const link = links.reduce<Element | undefined>(
      (best, each) =>
        (page.textLine(each)?.length ?? 0) > ((best && page.textLine(best)?.length) ?? 0) ? each : best,
      undefined,
    );
    const image = inside.find(({ name }) => name === 'img');
    const date = [...inside].reverse().find((each) => /\d\d?\/\d\d?\/\d{4}/.test(page.textLine(each) ?? ''));
    const [, day, month, year] = /(\d\d?)\/(\d\d?)\/(\d{4})/.exec((date && page.textLine(date)) ?? '') ?? [];
    const parts = { title: number(link), date: number(date), image: number(image) };
    return {
      id: `${elements.indexOf(element)}`,
      node: elements.indexOf(element),
      parts: Object.fromEntries(Object.entries(parts).filter(([, each]) => each !== undefined)),
      ...(link && { title: page.textLine(link)!, url: page.resolveUrl(link.attribs.href)! }),
      ...(year && { date: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T00:00:00+07:00` }),
      ...(image && { image: page.resolveUrl(image.attribs.src)! }),
    };
  }

  function addFeed(posts: readonly PointedPost[]): FeedPath {
    const items = posts.map(({ title, url, date }, index) => ({
      id: `${index}`,
      title,
      url,
      ...(date && { date_published: date }),
    }));
    feeds.push(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Tin', items }));
    return `/feeds/${feeds.length - 1}.json`;
  }

  const handlers: FakePages['handlers'] = {
    showPage: async ({ url }) => {
      const html = pages[url];
      if (html === undefined)
        throw new UserError({ vi: 'Không mở được trang này.', en: 'Cannot be opened.' });
      const page = new HtmlPage(html, url);
      const elements = numberElements(page.root);
      const { html: shown, frames, nodes } = showPage(page, '/shown/');
      opened.push({ html: shown, page, elements });
      const id = `${opened.length - 1}`;
      return { page: id, url, title: page.title, frame: `/shown/${id}`, frames, nodes };
    },
    point: async (request) => {
      asked.push(request);
      const parsed = opened[Number(request.page)]!;
      const { picks } = request;
      const { elements } = parsed;
      const not = picks.not.map((node) => elements[node]!);
      const items = [...new Set(picks.items.flatMap((node) => fellowsOf(elements[node]!)))].filter(
        (item) => !not.some((each) => [...selfAndAncestors(each)].includes(item)),
      );
      if (!items.length)
        throw new UserError({ vi: 'Không nhận ra danh sách nào.', en: 'No list was recognised.' });
      const posts = items.map((item) => read(parsed, item));
      const [first] = items;
      const heads = elements.flatMap((each, node) =>
        each.name === 'th' ? [{ node, text: parsed.page.textLine(each) ?? '' }] : [],
      );
      const count = (test: (post: PointedPost) => unknown) => posts.filter(test).length;
      const [dated, pictures] = [count(({ date }) => date), count(({ image }) => image)];
      return {
        source: {
          url: parsed.page.url,
          kind: 'page',
          pages: 1,
          item: first ? signature(first).replace(/\.$/, '').replaceAll(' ', '.') : 'li',
        },
        posts,
        ...(heads.length && { heads, ...(picks.columns && { columns: picks.columns }) }),
        facts: {
          ...{ posts: posts.length, pictures, texts: 0, authors: 0, dated, numbers: 0, files: 0 },
          ...{ albums: 0, photos: 0, captions: 0, hasValidators: false },
        },
        feed: addFeed(posts),
        warnings: dated ? [] : [{ vi: 'Không bài nào có ngày.', en: 'No post has a date.' }],
      };
    },
    tryPointed: async () => ({ again: { same: 1, of: 1 }, doubts: {} }),
  };
  const routes: Route[] = [
    {
      path: /^\/shown\/(\d+)$/,
      handle: (_, response, [, id]) => {
        response.setHeader('Content-Security-Policy', "sandbox allow-same-origin; style-src 'unsafe-inline'");
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(opened[Number(id)]!.html);
      },
    },
    {
      path: /^\/feeds\/(\d+)\.json$/,
      handle: (_, response, [, id]) => {
        response.writeHead(200, { 'Content-Type': 'application/feed+json' }).end(feeds[Number(id)]);
      },
    },
  ];
  return { handlers, routes, asked };
}
