import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { ProgressLine, Screen } from '../../../hub/cli/progress.ts';
import { configuredSources } from '../../../hub/collect/sources.ts';

/** A terminal that understands line breaks, cursor up and clear below. `lines` is what it shows. */
class Terminal {
  readonly isTTY = true;
  readonly columns = 60;
  readonly rows = 12;
  lines: string[] = [''];
  private row = 0;

  write(text: string): void {
    for (const [piece, up] of text.matchAll(/\x1b\[(\d+)A|\x1b\[J|\n|[^\x1b\n]+/g)) {
      if (up) this.row -= Number(up);
      else if (piece === '\x1b[J') this.lines.length = this.row;
      else if (piece === '\n') this.row++;
      else this.lines[this.row] = (this.lines[this.row] ?? '') + piece;
      expect(this.row, text).to.be.at.least(0);
    }
  }
}

const cluster = readCluster({
  name: 'Cụm',
  schools: Array.from({ length: 20 }, (_, index) => ({
    id: `t${index}`,
    name: 'Trường',
    home: 'https://x.example/',
    news: `https://x.example/${index}/${'dài-'.repeat(20)}`,
  })),
});

describe('progress on the terminal', () => {
  it('shows the sources being read and waiting below the lines of finished ones', () => {
    const terminal = new Terminal();
    const screen = new Screen(terminal);
    const sources = configuredSources(cluster);
    for (const source of sources) screen.report({ phase: 'waiting', source });
    screen.report({ phase: 'reading', source: sources[3]! });
    expect(terminal.lines[0]).to.equal('  … t3 · Tin: đang đọc');
    expect(terminal.lines[1]).to.equal('  · t0 · Tin: đang chờ');
    expect(terminal.lines.at(-1)).to.equal('  · và 12 nguồn nữa đang chờ');
    expect(terminal.lines.length).to.be.below(terminal.rows);
    screen.report({ phase: 'done', source: sources[3]!, added: 2, unchanged: false });
    screen.report({ phase: 'reading', source: sources[4]! });
    expect(terminal.lines.slice(0, 2)).to.deep.equal(['  ✓ t3 · Tin: 2 mới', '  … t4 · Tin: đang đọc']);
    screen.report({ phase: 'done', source: sources[4]!, added: 0, unchanged: true });
    for (const source of sources.filter((source) => !sources.slice(3, 5).includes(source)))
      screen.report({ phase: 'done', source, added: 0, unchanged: false, error: 'Không có gì.' });
    screen.report({ phase: 'images', done: 3, total: 10 });
    expect(terminal.lines.at(-1)).to.equal('  … chép ảnh: 3/10');
    screen.close();
    expect(terminal.lines).to.have.length(20);
    expect(terminal.lines.slice(0, 3)).to.deep.equal([
      '  ✓ t3 · Tin: 2 mới',
      '  ✓ t4 · Tin: không đổi',
      '  ✗ t0 · Tin: lỗi: Không có gì.',
    ]);
  });

  it('shows no escape sequences or line breaks of a source', () => {
    const terminal = new Terminal();
    const screen = new Screen(terminal);
    const [source] = configuredSources(cluster);
    const error = 'Trang “\x1b[9A\x1b[2J\x9b31m” báo:\n\u202elỗi\r';
    screen.report({ phase: 'done', source: source!, added: 0, unchanged: false, error });
    screen.close();
    expect(terminal.lines).to.deep.equal(['  ✗ t0 · Tin: lỗi: Trang “” báo: lỗi']);
  });
});

describe('the line that shows progress', () => {
  it('is drawn over, no longer than the terminal, and erased at the end', () => {
    const written: string[] = [];
    const out = { isTTY: true, columns: 20, write: (text: string) => void written.push(text) };
    const progress = new ProgressLine(out);
    progress.show('đang đọc\x1b[2J một địa chỉ rất dài');
    progress.show('trang 2');
    progress.clear();
    progress.clear();
    expect(written).to.deep.equal(['  … đang đọc một đị', '\r\x1b[K', '  … trang 2', '\r\x1b[K']);
  });

  it('is not written into a file', () => {
    new ProgressLine({ write: () => expect.fail() }).show('đang đọc');
  });
});
