import { html, nothing } from 'lit';
import type { Attachment, Item } from '../../core/model/feed.ts';
import type { Word } from '../../core/text/search.ts';
import type { DocumentWords } from '../locale/types/documents.ts';
import type { Column, Row } from './columns.ts';
import { highlight } from './highlight.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  words: DocumentWords;
  /** The words looked for: marked where they stand. */
  found: readonly Word[];
  target: string | null;
  newWindow: string;
  select: (event: Event, item: Item) => void;
}

const ENDING = /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|zip|rar|7z|jpe?g|png)(?:[?#]|$)/i;

/** What people call a kind of file: its ending, where it is one of files; else what its media type says. */
function kindOf({ url, mime_type: type }: Attachment): string | undefined {
  return (ENDING.exec(url) ?? /\/(pdf|zip|rtf)$/.exec(type))?.[1]?.toUpperCase();
}

function file(attachment: Attachment, title: string, { words, target, newWindow }: CellContext): unknown {
  const size = attachment.size_in_bytes ? words.size(attachment.size_in_bytes) : undefined;
  const label = [kindOf(attachment) ?? words.file, size].filter(Boolean).join(', ');
  const name = words.download(attachment.title ?? title);
  return html`<a href=${attachment.url} target=${target ?? nothing} rel="noopener" referrerpolicy="no-referrer">${label}<span class="unseen"> ${name}${target === '_blank' ? ` ${newWindow}` : ''}</span></a>`;
}

/** What stands in a cell; `nothing` where the document does not say. */
export function cellOf(row: Row, column: Column, context: CellContext): unknown {
  const { item, facts, cells } = row;
  const { words, found, target, newWindow, select } = context;
  const text = cells[column];
  switch (column) {
    case 'title': {
      const title = highlight(text ?? words.file, found);
      const url = item.url ?? item.attachments?.[0]?.url;
      return url
        ? html`<a part="title" href=${url} target=${target ?? nothing} rel="noopener" @click=${(event: Event) => select(event, item)}>${title}${target === '_blank' ? html`<span class="unseen"> ${newWindow}</span>` : nothing}</a>`
        : html`<span part="title">${title}</span>`;
    }
    case 'issued':
      return text ? html`<time datetime=${text}>${words.day(text)}</time>` : nothing;
    case 'validity': {
      const { effective, expires } = facts;
      const state = text && words.validity[text];
      const [bound, day] =
        text === 'expired'
          ? [words.ended, expires]
          : effective
            ? [words.since, effective]
            : [words.until, expires];
      return state ? `${state}${day ? ` (${bound(words.day(day))})` : ''}` : nothing;
    }
    case 'files': {
      const files = item.attachments ?? [];
      return files.length
        ? html`<span class="file-list">${files.map((each) => file(each, cells.title ?? '', context))}</span>`
        : nothing;
    }
    default:
      return text ? highlight(text, found) : nothing;
  }
}
