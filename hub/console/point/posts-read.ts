import { html, nothing, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import type { Pointed, PointedPost } from '../../setup/api.ts';
import type { PointWords } from './point-words.ts';

export type PostsView = 'widget' | 'table';

/** Longer tables would be slow to draw after each click; the counts above them tell of all posts. */
const MAX_ROWS = 60;

/** The elements of our widgets, as a partner's page has them. */
const WIDGETS: Record<ListKind, (feed: string, lang: string) => TemplateResult> = {
  news: (feed, lang) =>
    html`<tct-latest-news src=${feed} lang=${lang} limit="6" loading="eager"></tct-latest-news>`,
  documents: (feed, lang) =>
    html`<tct-document-list src=${feed} lang=${lang} limit="6" loading="eager"></tct-document-list>`,
  gallery: (feed, lang) =>
    html`<tct-gallery src=${feed} lang=${lang} limit="8" loading="eager"></tct-gallery>`,
};

/** An RFC 3339 date as people write it, in Vietnam's time: `05/03/2024`. As it stands if it is none. */
export function dayOf(date: string): string {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  const [year, month, day] = formatVietnamTime(at).slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** What was read of each post, and what is missing. A title leads to its place on the page. */
function table(
  posts: readonly PointedPost[],
  kind: ListKind,
  words: PointWords,
  show: (node: number) => void,
): TemplateResult {
  const text = words.table;
  const none = html`<em>${text.none}</em>`;
  const row = (post: PointedPost) => html`<tr>
      <td><button title=${text.show} @click=${() => show(post.node)}>${post.title ?? none}</button></td>
      ${kind === 'documents' ? html`<td>${post.number ?? none}</td>` : nothing}
      <td>${post.date ? dayOf(post.date) : none}</td>
      ${kind === 'documents' ? nothing : html`<td>${post.image ? text.has : none}</td>`}
    </tr>`;
  return html`<table>
      <caption class="unseen">${text.caption}</caption>
      <thead><tr><th scope="col">${text.title}</th>${kind === 'documents' ? html`<th scope="col">${text.number}</th>` : nothing}<th scope="col">${text.date}</th>${kind === 'documents' ? nothing : html`<th scope="col">${text.image}</th>`}</tr></thead>
      <tbody>${posts.slice(0, MAX_ROWS).map(row)}</tbody>
    </table>${posts.length > MAX_ROWS ? html`<p class="hint">${words.more(posts.length - MAX_ROWS)}</p>` : nothing}`;
}

export interface PostsReadActions {
  setView: (view: PostsView) => void;
  show: (node: number) => void;
}

/** The posts that were read: by our own widget, or as a table. */
export function postsRead(
  { feed, posts }: Pointed,
  kind: ListKind,
  view: PostsView,
  words: PointWords,
  lang: string,
  { setView, show }: PostsReadActions,
): TemplateResult {
  // A post of the widget leads to its place on the page, not away from the console.
  const select = (event: Event) => {
    const { url } = (event as CustomEvent<{ item?: { url?: string } }>).detail.item ?? {};
    const post = posts.find((each) => each.url === url);
    if (kind === 'gallery' && !post) return;
    event.preventDefault();
    if (post) show(post.node);
  };
  const tab = (name: PostsView, label: string) =>
    html`<button aria-pressed=${String(view === name) as 'true' | 'false'} @click=${() => setView(name)}>${label}</button>`;
  return html`<section class="posts">
    <div class="views buttons" role="group" aria-label=${words.views}>${tab('widget', words.asWidget)}${tab('table', words.asTable)}</div>
    ${
      view === 'widget'
        ? html`<div class="widget" @tct-select=${select}>${WIDGETS[kind](feed, lang)}</div>`
        : table(posts, kind, words, show)
    }
  </section>`;
}
