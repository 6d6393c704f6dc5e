import { css, html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { photosOf } from './photo.ts';
import { picture, type TileContext } from './tiles.ts';

/** Covers wide enough for their names, and what stands above the photos of an open album. */
export const styles = css`
  .albums :is(ul, .skeleton) {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5em), 1fr));
    gap: calc(1.5 * var(--gap)) var(--gap);
  }
  .name {
    display: block;
    margin-block-start: 0.3em;
    font-weight: 700;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .albums .skeleton-line:last-child {
    inline-size: 60%;
    block-size: 1em;
    margin-block-start: 0.5em;
  }
  .album-head {
    margin-block-end: var(--gap);
    /* Clear of a header that stays at the top of the page. */
    scroll-margin-block: 6em;
  }
  .album-head .name {
    margin-block: 0.6em 0.2em;
    outline-offset: 3px;
    font-size: 1.15em;
  }
  .album-head .name:not(:focus-visible) {
    outline: 0;
  }
  .album-head a {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
`;

/** Renders the number of photos, date and school of an album. */
function albumFacts(item: Item, { locale, schoolOf, words }: TileContext): TemplateResult {
  const { date_published: date, _tct } = item;
  const { length } = photosOf(item);
  const school = schoolOf(item);
  const when = date && locale.date(date, _tct?.precision ?? 'minute', Date.now());
  return html`${length > 1 ? html`<span>${words.count(length)}</span>` : nothing}${
    when ? html`<time datetime=${date.slice(0, 10)}>${when}</time>` : nothing
  }${school ? html`<span>${school}</span>` : nothing}`;
}

/** Renders an album's cover. It opens the album, or the album's own page if only that has the photos or videos. */
export function albumCover(item: Item, context: TileContext): TemplateResult {
  const { locale, open, select, target, words } = context;
  const { attachments, title, url } = item;
  const photos = photosOf(item);
  const cover = photos[0]!;
  const external = cover.isVideo || (url && !attachments?.length);
  const click = (event: Event) => (external ? select(event, item) : open(event, cover));
  const name = (photos.length > 1 ? title : cover.caption) ?? title;
  return html`<a part="title" href=${url ?? cover.url} target=${(external && target) || nothing} rel="noopener" @click=${click}><span class="tile">${picture(cover, name || cover.isVideo ? '' : words.count(photos.length), false, context)}</span>${name ? html`<span class="name">${name}</span>` : nothing}${external && target === '_blank' ? html`<span class="unseen"> ${locale.newWindow}</span>` : nothing}</a>
    <div part="meta">${albumFacts(item, context)}</div>`;
}

/**
 * Renders what stands above an album's photos: the way back, the title, the facts, and a link to the album's own page.
 *
 * @param level of the title among the headings
 * @param close shows all albums again
 */
export function albumHead(
  item: Item,
  level: number,
  close: () => void,
  context: TileContext,
): TemplateResult {
  const { locale, select, target, words } = context;
  const { title, url } = item;
  return html`<div class="album-head">
      <button part="back" @click=${close}><span aria-hidden="true">‹ </span>${words.allAlbums}</button>
      <div class="name" role="heading" aria-level=${level} tabindex="-1">${title ?? words.heading}</div>
      <div part="meta">${albumFacts(item, context)}${
        url
          ? html`<span><a href=${url} target=${target ?? nothing} rel="noopener" @click=${(event: Event) => select(event, item)}>${words.original}${target === '_blank' ? html`<span class="unseen"> ${locale.newWindow}</span>` : nothing}</a></span>`
          : nothing
      }</div>
    </div>`;
}
