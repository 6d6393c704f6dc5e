import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { DocumentIndex } from '../../../widgets/document-list/document-index.ts';
import { YieldToMain } from '../../../widgets/document-list/yield-to-main.ts';

const document = (id: string, issued?: string, published?: string): Item => ({
  id,
  title: id,
  content_text: '',
  ...(published && { date_published: `${published}+07:00` }),
  _tct: { school: 'nb', document: { number: id, ...(issued && { issued }) } },
});

/** The ids in the order in which documents are shown that come in the given one. */
async function shown(items: Item[]): Promise<string> {
  const index = new DocumentIndex();
  await index.add(items, () => undefined, '2026-11-23', new YieldToMain());
  const query = { words: [], chosen: {}, from: '', to: '', sort: '', descending: false } as const;
  return index
    .select(query)
    .rows.map((row) => index.rows[row]!.item.id)
    .join(' ');
}

describe('a hub’s documents that are not sorted by a column', () => {
  it('are in the order of the days of issue that they show, or of publication where there is none', async () => {
    const items = [
      document('posted-late', '2026-01-05', '2026-11-20T08:00:00'),
      document('today', undefined, '2026-11-19T08:00:00'),
      document('afternoon', '2026-10-01', '2026-10-01T15:00:00'),
      document('morning', '2026-10-01', '2026-10-01T08:00:00'),
      document('newest', '2026-11-20', '2026-09-01T08:00:00'),
      document('undated'),
    ];
    expect(await shown(items)).to.equal('newest today afternoon morning posted-late undated');
  });

  it('are in the order of publication if they are not from a hub', async () => {
    const items = [
      document('posted-late', '2026-01-05', '2026-11-20T08:00:00'),
      document('early', '2026-11-12', '2026-11-12T08:00:00'),
    ];
    for (const { _tct } of items) delete _tct!.school;
    expect(await shown(items)).to.equal('posted-late early');
  });

  it('stay in their place with a mistyped day', async () => {
    const items = [
      document('mistyped', '2062-11-12'),
      document('a', '2026-11-12', '2026-11-12T08:00:00'),
      document('b', '2062-11-10', '2026-11-10T08:00:00'),
      document('c', '2026-11-09', '2026-11-09T08:00:00'),
    ];
    expect(await shown(items)).to.equal('mistyped a b c');
  });
});
