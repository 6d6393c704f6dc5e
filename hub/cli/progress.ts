import { type ConfiguredSource, label } from '../collect/sources.ts';

/** Where words go: a terminal is drawn anew as things happen, a log has one line in the end. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

/** What happens in a run, for whoever watches. */
export type Report =
  | { phase: 'waiting' | 'reading'; job: ConfiguredSource }
  /** New posts; nothing new because the source says so; what went wrong, in words. */
  | { phase: 'done'; job: ConfiguredSource; added: number; unchanged: boolean; error?: string }
  | { phase: 'images'; done: number; total: number };

/** A line of JSON a source. */
export function jsonLog(out: Output): (report: Report) => void {
  return (report) => {
    if (report.phase !== 'done') return;
    const { job, added, unchanged, error } = report;
    const { school, kind, url } = job;
    const time = new Date().toISOString();
    out.write(
      `${JSON.stringify({ time, school: school.id, kind, url, added, unchanged, ...(error && { error }) })}\n`,
    );
  };
}

function outcome({ error, unchanged, added }: Report & { phase: 'done' }): string {
  if (error) return `lỗi: ${error}`;
  return unchanged ? 'không đổi' : added ? `${added} mới` : 'đã đọc, không có bài mới';
}

/**
 * The terminal: a line a source, which is waiting, being read, or done; what is done stays and scrolls away, the rest
 * stands below it and is drawn anew.
 */
export class Screen {
  private readonly open = new Map<ConfiguredSource, 'waiting' | 'reading'>();
  private images = '';
  /** Lines drawn that are not final. */
  private drawn = 0;

  constructor(private readonly out: Output) {}

  readonly report = (report: Report): void => {
    if (report.phase === 'images') {
      this.images = report.done < report.total ? `  … chép ảnh: ${report.done}/${report.total}` : '';
      this.draw();
    } else if (report.phase === 'done') {
      this.open.delete(report.job);
      this.draw(`${report.error ? '  ✗' : '  ✓'} ${label(report.job)}: ${outcome(report)}`);
    } else {
      this.open.set(report.job, report.phase);
      if (report.phase === 'reading') this.draw();
    }
  };

  /** Leaves only what is final. */
  close(): void {
    this.images = '';
    this.open.clear();
    this.draw();
  }

  private draw(final?: string): void {
    const lines = this.lines();
    const up = this.drawn ? `\x1b[${this.drawn}A` : '';
    this.out.write(`${up}\x1b[J${[...(final ? [final] : []), ...lines].map((line) => `${line}\n`).join('')}`);
    this.drawn = lines.length;
  }

  /** Those being read first, as many as there is room for. */
  private lines(): string[] {
    const width = (this.out.columns ?? 80) - 1;
    const room = Math.max(3, (this.out.rows ?? 24) - 4);
    const jobs = [...this.open].sort(([, a], [, b]) => (a === b ? 0 : a === 'reading' ? -1 : 1));
    const lines = jobs
      .slice(0, room)
      .map(([job, phase]) =>
        phase === 'reading' ? `  … ${label(job)}: đang đọc` : `  · ${label(job)}: đang chờ`,
      );
    if (jobs.length > room) lines.push(`  · và ${jobs.length - room} nguồn nữa đang chờ`);
    if (this.images) lines.push(this.images);
    return lines.map((line) => line.slice(0, width));
  }
}
