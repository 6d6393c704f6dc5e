import { type ConfiguredSource, label } from '../collect/sources.ts';
import type { RunEvent } from '../run.ts';
import { type Output, printable } from './output.ts';

/** Logs a line of JSON for each polled source. */
export function jsonLog(out: Output): (event: RunEvent) => void {
  return (event) => {
    if (event.phase !== 'done') return;
    const { source, added, unchanged, error } = event;
    const { school, kind, url } = source;
    const time = new Date().toISOString();
    out.write(
      `${JSON.stringify({ time, school: school.id, kind, url, added, unchanged, ...(error && { error }) })}\n`,
    );
  };
}

function outcomeText({ error, unchanged, added }: RunEvent & { phase: 'done' }): string {
  if (error) return `lỗi: ${error}`;
  return unchanged ? 'không đổi' : added ? `${added} mới` : 'đã đọc, không có bài mới';
}

/** The screen counts lines to erase them. */
const onOneLine = (text: string) => printable(text).replaceAll('\n', ' ');

/**
 * Shows progress on a terminal, one line per source. Lines of finished sources scroll up; those of sources being read
 * or waiting are redrawn below.
 */
export class Screen {
  private readonly open = new Map<ConfiguredSource, 'waiting' | 'reading'>();
  private imageLine = '';
  /** Number of lines to erase before the next draw. */
  private drawnLines = 0;

  constructor(private readonly out: Output) {}

  readonly report = (event: RunEvent): void => {
    if (event.phase === 'images') {
      this.imageLine = event.done < event.total ? `  … chép ảnh: ${event.done}/${event.total}` : '';
      this.draw();
    } else if (event.phase === 'done') {
      this.open.delete(event.source);
      this.draw(onOneLine(`${event.error ? '  ✗' : '  ✓'} ${label(event.source)}: ${outcomeText(event)}`));
    } else {
      this.open.set(event.source, event.phase);
      if (event.phase === 'reading') this.draw();
    }
  };

  /** Erases all but the final lines. */
  close(): void {
    this.imageLine = '';
    this.open.clear();
    this.draw();
  }

  /** @param finalLine printed above the other lines and never erased */
  private draw(finalLine?: string): void {
    const lines = this.openLines();
    const up = this.drawnLines ? `\x1b[${this.drawnLines}A` : '';
    const text = [...(finalLine ? [finalLine] : []), ...lines].map((line) => `${line}\n`).join('');
    this.out.write(`${up}\x1b[J${text}`);
    this.drawnLines = lines.length;
  }

  /** Lines of unfinished sources, those being read first, as many as fit on the terminal. */
  private openLines(): string[] {
    const width = (this.out.columns ?? 80) - 1;
    const room = Math.max(3, (this.out.rows ?? 24) - 4);
    const sources = [...this.open].sort(([, a], [, b]) => (a === b ? 0 : a === 'reading' ? -1 : 1));
    const lines = sources
      .slice(0, room)
      .map(([source, phase]) =>
        phase === 'reading' ? `  … ${label(source)}: đang đọc` : `  · ${label(source)}: đang chờ`,
      );
    if (sources.length > room) lines.push(`  · và ${sources.length - room} nguồn nữa đang chờ`);
    if (this.imageLine) lines.push(this.imageLine);
    return lines.map((line) => onOneLine(line).slice(0, width));
  }
}

/** Shows on a terminal, in one line that is drawn over, what is being done. On anything else, nothing. */
export class ProgressLine {
  private isDrawn = false;

  constructor(private readonly out: Output) {}

  show(text: string): void {
    if (!this.out.isTTY) return;
    this.clear();
    this.out.write(`  … ${onOneLine(text)}`.slice(0, (this.out.columns ?? 80) - 1));
    this.isDrawn = true;
  }

  /** Erases the line. */
  clear(): void {
    if (this.isDrawn) this.out.write('\r\x1b[K');
    this.isDrawn = false;
  }
}
