import { expect } from 'chai';
import { textOutput } from '../../../hub/cli/output.ts';
import { jsonLog } from '../../../hub/cli/progress.ts';
import { hardText } from '../../hard-text.ts';
import { fc, propertyRuns } from '../../property.ts';

/** What is written, without going to a terminal. */
function written(write: (out: ReturnType<typeof textOutput>) => void): string {
  let all = '';
  write(textOutput({ write: (text) => (all += text) }));
  return all;
}
const printed = (text: string) => written((out) => out.write(text));

describe('the output on a terminal', () => {
  it('leaves out escape sequences, and what they would have done', () => {
    expect(printed('a\x1b[2J\x1b[31mb\x1b]0;title\x07c\x9b2Ad\n')).to.equal('abcd\n');
    expect(printed('\x1b]8;;http://x.example\x1b\\bấm\x1b]8;;\x1b\\')).to.equal('bấm');
    expect(printed('xong\rlỗi\b\b\x07')).to.equal('xonglỗi');
  });

  it('leaves out controls and marks of direction', () => {
    expect(printed('a\u202eb\u2066\u2069\u200f\u061c\u2028c')).to.equal('abc');
  });

  it('prints Vietnamese and emoji as they are, line by line', () => {
    expect(printed('✓ Tin: “Đảng” 👨\u200d👩\u200d👧\n\tx')).to.equal('✓ Tin: “Đảng” 👨\u200d👩\u200d👧\n x');
  });

  it('has no controls, whatever texts come from sites', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom('\x1b', '\x9b', '\x90', ''), (text, start) => {
        expect(printed(`${start}${text}\x1b`)).to.not.match(
          /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      { numRuns: propertyRuns(5000) },
    );
  });

  it('stays JSON where it is JSON', () => {
    fc.assert(
      fc.property(hardText, (error) => {
        const source = { school: { id: 'nb' }, kind: 'news', url: 'http://nb.example/' } as never;
        const log = written((out) =>
          jsonLog(out)({ phase: 'done', source, added: 0, unchanged: false, error: `x${error}` }),
        );
        expect(JSON.parse(log)).to.have.property('error');
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
