import { html, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.ts';
import type { DocumentControlWords, DocumentWords } from '../locale/types/documents.ts';
import { vi } from '../locale/vi/document-controls.ts';
import { filterPanel } from './filter-panel.ts';
import { filterSummary } from './filter-summary.ts';
import type { Filters } from './filters.ts';
import { styles } from './lazy-controls.styles.ts';
import { optionsPanel } from './options-panel.ts';
import { pager } from './pager.ts';
import type { ToolsState } from './tools-panel.ts';

const withDefaults = (words: DocumentWords & Partial<DocumentControlWords>) => ({ ...vi, ...words });

/** What is loaded when a panel is opened, the list is filtered, or it has pages. */
export const lazyControls = {
  addStyles: (element: LitElement): void => addStyles(element, styles),

  /** Renders the open panel. */
  panel(state: ToolsState): TemplateResult {
    const words = withDefaults(state.words);
    return state.panel === 'filters' ? filterPanel(state, words) : optionsPanel(state, words);
  },

  pager(
    page: number,
    pages: number,
    hasMore: boolean,
    words: DocumentWords,
    showPage: (page: number) => void,
  ): TemplateResult {
    return pager(page, pages, hasMore, withDefaults(words), showPage);
  },

  /** Renders the line that names the filters in print. */
  summary(filters: Filters, found: string, words: DocumentWords): TemplateResult {
    return html`<p class="summary">${filterSummary(filters, found, withDefaults(words))}</p>`;
  },

  /** Renders the button that clears search and filters. */
  clearButton(words: DocumentWords, clear: () => void): TemplateResult {
    return html`<button class="clear" @click=${clear}>${withDefaults(words).clearAll}</button>`;
  },
};
