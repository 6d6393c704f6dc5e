import { html, nothing } from 'lit';
import type { Attachment, Item } from '../../core/model/feed.ts';
import type { Word } from '../../core/text/search.ts';
import type { DocumentWords } from '../locale/types/documents.ts';
import type { Column } from './columns.ts';
import type { DocumentRow } from './document-row.ts';
import { highlight } from './highlight.ts';
import { shortTitle } from './short-title.ts';

/** Input of cells besides their row. */
export interface CellContext {
  words: DocumentWords;
  /** The shown columns. */
  columns: readonly Column[];
  /** The searched words, which are highlighted. */
  searchWords: readonly Word[];
  target: string | null;
  newWindow: string;
  select: (event: Event, item: Item) => void;
}

const FILE_EXTENSION = /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|zip|rar|7z|jpe?g|png)(?:[?#]|$)/i;
const FILE_MIME_TYPE = /\/(pdf|zip|rtf)$/;

/** The common name of the file type, from the URL's extension or else the media type. */
function fileType({ url, mime_type: type }: Attachment): string | undefined {
  return (FILE_EXTENSION.exec(url) ?? FILE_MIME_TYPE.exec(type))?.[1]?.toUpperCase();
}

function fileLink(attachment: Attachment, title: string, context: CellContext): unknown {
  const { words, target, newWindow } = context;
  const { size_in_bytes: bytes } = attachment;
  const size = bytes ? html`<span class="size">, ${words.size(bytes)}</span>` : nothing;
  const name = words.download(attachment.title ?? title);
  return html`<a href=${attachment.url} target=${target ?? nothing} rel="noopener" referrerpolicy="no-referrer">${fileType(attachment) ?? words.file}${size}<span class="unseen"> ${name}${target === '_blank' ? ` ${newWindow}` : ''}</span></a>`;
}

/** Renders a cell; `nothing` if the document has no value. */
export function renderCell(row: DocumentRow, column: Column, context: CellContext): unknown {
  const { item, facts, files, cells } = row;
  const { words, columns, searchWords, target, newWindow, select } = context;
  const text = cells[column];
  switch (column) {
    case 'title': {
      const title = highlight(shortTitle(row, columns) || words.file, searchWords);
      const url = item.url ?? files[0]?.url;
      return url
        ? html`<a part="title" href=${url} target=${target ?? nothing} rel="noopener" @click=${(event: Event) => select(event, item)}>${title}${target === '_blank' ? html`<span class="unseen"> ${newWindow}</span>` : nothing}</a>`
        : html`<span part="title">${title}</span>`;
    }
    case 'issued': {
      const day = text && words.day(text);
      return day ? html`<time datetime=${text}>${day}</time>` : nothing;
    }
    case 'validity': {
      const { effective, expires } = facts;
      const state = text && words.validity[text];
      const [describe, date] =
        text === 'expired'
          ? [words.ended, expires]
          : effective
            ? [words.since, effective]
            : [words.until, expires];
      const day = date && words.day(date);
      return state ? `${state}${day ? ` (${describe(day)})` : ''}` : nothing;
    }
    case 'files':
      return files.length
        ? html`<span class=${files.length > 2 ? 'file-list' : 'file-list pair'}>${files.map((file) => fileLink(file, cells.title ?? '', context))}</span>`
        : nothing;
    default:
      return text ? highlight(text, searchWords) : nothing;
  }
}
