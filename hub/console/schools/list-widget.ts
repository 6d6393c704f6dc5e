import { html, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { FeedPath } from '../../setup/api.ts';
import type { Language } from '../words/words.ts';

/**
 * A list as a partner's page will show it, by the widgets that such a page uses.
 *
 * @param feeds read together
 */
export function listWidget(kind: ListKind, feeds: readonly FeedPath[], lang: Language): TemplateResult {
  const src = feeds.join(' ');
  switch (kind) {
    case 'news':
      return html`<tct-latest-news class="widget" src=${src} lang=${lang} limit="4" heading="" heading-level="4" target="_blank"></tct-latest-news>`;
    case 'documents':
      return html`<tct-document-list class="widget" src=${src} lang=${lang} limit="5" no-tools heading="" heading-level="4" target="_blank"></tct-document-list>`;
    case 'gallery':
      return html`<tct-gallery class="widget" src=${src} lang=${lang} limit="6" no-share heading="" heading-level="4" target="_blank"></tct-gallery>`;
  }
}
