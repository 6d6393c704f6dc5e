import { html, type TemplateResult } from 'lit';
import type { ListKind } from '../../core/config/cluster.ts';
import type { FeedPath } from '../setup/api.ts';
import type { Language } from './words/words.ts';

/** A list of the whole cluster by the widget that shows it on a partner's page, below a heading of the page. */
export function publishedWidget(kind: ListKind, feed: FeedPath, lang: Language): TemplateResult {
  switch (kind) {
    case 'news':
      return html`<tct-latest-news src=${feed} lang=${lang} limit="6" heading="" heading-level="4" target="_blank"></tct-latest-news>`;
    case 'documents':
      return html`<tct-document-list src=${feed} lang=${lang} limit="6" no-tools heading="" heading-level="4" target="_blank"></tct-document-list>`;
    case 'gallery':
      return html`<tct-gallery src=${feed} lang=${lang} limit="9" no-share heading="" heading-level="4" target="_blank"></tct-gallery>`;
  }
}
