import { expect } from 'chai';
import { ShownPages } from '../../../hub/setup/shown-pages.ts';

describe('the pages that are kept to point at', () => {
  const response = (bytes: number) => ({
    status: 200,
    url: 'https://a.example/',
    headers: { get: () => 'text/html' },
    body: Buffer.from(`<p>${'x'.repeat(bytes)}`),
  });
  const kept = async (pages: ShownPages, sizes: number[]) => {
    const ids: string[] = [];
    for (const size of sizes) ids.push((await pages.add(response(size), [])).page);
    return ids.map((id) => pages.get(id) !== undefined);
  };

  it('are the last twelve', async () => {
    const isKept = await kept(new ShownPages(), Array(14).fill(10));
    expect(isKept).to.deep.equal([false, false, ...Array(12).fill(true)]);
  });

  it('take limited memory, but the last is always there', async () => {
    expect(await kept(new ShownPages(60_000), [10_000, 10_000, 10_000])).to.deep.equal([false, true, true]);
    expect(await kept(new ShownPages(10_000), [5000, 30_000])).to.deep.equal([false, true]);
  });
});
