import { html, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { TryResult } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { publishedWidget } from '../published-widget.ts';

const KINDS: readonly ListKind[] = ['news', 'documents', 'gallery'];

/** The lists that would be published, by the widgets that show them on a partner's page. */
export function triedLists({ feeds }: TryResult, { words, lang }: ConsoleContext): TemplateResult {
  const { tryOut: text } = words;
  return html`<h2>${text.lists}</h2><div class="three">${KINDS.map((kind) => {
    const feed = feeds[kind];
    return html`<section aria-label=${text.listNames[kind]}><h3>${text.listNames[kind]}</h3>${feed ? publishedWidget(kind, feed, lang) : html`<p class="hint">${text.emptyList}</p>`}</section>`;
  })}</div>`;
}
