import type { Job, Report } from './collect.ts';

/** Where words go: a terminal is drawn anew as things happen, a log has one line in the end. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

const KIND = { news: 'tin', documents: 'văn bản', gallery: 'ảnh' };
const label = ({ school, kind }: Job) => `${school.id} · ${KIND[kind]}`;

function outcome({ error, unchanged, added = 0 }: Report): string {
  if (error) return `lỗi: ${error}`;
  return unchanged ? 'không đổi' : added ? `${added} mới` : 'đã đọc';
}

/** Live on a terminal, a line a source: waiting, reading, n new, error. With `json`, a line of JSON a source. */
export function progress(out: Output, json: boolean): (report: Report) => void {
  return (report) => {
    const { job, phase, added, unchanged, error } = report;
    if (json) {
      if (phase === 'done')
        out.write(
          `${JSON.stringify({ school: job.school.id, kind: job.kind, url: job.url, added, unchanged, ...(error && { error }) })}\n`,
        );
      return;
    }
    if (!out.isTTY) return;
    out.write(
      phase === 'reading'
        ? `  … ${label(job)}\r`
        : `${error ? '  ✗' : '  ✓'} ${label(job)}: ${outcome(report)}\n`,
    );
  };
}
