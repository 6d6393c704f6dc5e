import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import type { StoredAnswer } from '../../../hub/memory/types.ts';
import { down, listOf, testPosts, WrittenSite } from '../changing-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('the last answers of a source', () => {
  let site: WrittenSite;
  let hub: Hub;
  beforeEach(async () => {
    site = await new WrittenSite().start();
    hub = await startHub(() => [
      { id: 'a', name: 'Trường A', home: site.url('/'), heal: false, news: site.url('/rss') },
    ]);
    site.rss('/rss', testPosts(down(22, 13)));
  });
  afterEach(async () => {
    await hub.stop();
    await site.stop();
  });

  const hubFile = () => join(hub.state, 'hub.json');
  async function answers(): Promise<StoredAnswer[]> {
    const { sources } = JSON.parse(await readFile(hubFile(), 'utf8'));
    return sources[`a news ${site.url('/rss')}`].answers;
  }

  it('are remembered, the newest first, and at most five', async () => {
    for (let hour = 0; hour < 8; hour += 2) await hub.run(NOW + hour * HOUR_MS);
    site.setFault({ kind: 'status', status: 404 });
    await hub.run(NOW + 8 * HOUR_MS);
    site.setFault({ kind: 'reset' });
    await hub.run(NOW + 16 * HOUR_MS);
    const found = await answers();
    expect(found.map(({ outcome }) => outcome)).to.deep.equal([
      'kết nối bị ngắt',
      '404 Not Found',
      '200, 10 bài',
      '200, 10 bài',
      '200, 10 bài',
    ]);
    expect(found.map(({ isError }) => isError)).to.deep.equal([true, true, ...Array(3).fill(undefined)]);
    expect(found[0]!.at).to.equal(NOW + 16 * HOUR_MS);
  });

  it('tell what came instead of a list, in the state alone', async () => {
    site.html('/rss', `<script>var a = 1</script><h1>Trang đang nâng cấp</h1>${'chữ '.repeat(500)}`);
    await hub.run(NOW);
    const [answer] = await answers();
    expect(answer).to.include({
      outcome: '200, không phải danh sách bài',
      isError: true,
      type: 'text/html; charset=utf-8',
    });
    expect(answer!.bytes).to.be.greaterThan(2000);
    expect(answer!.excerpt)
      .to.match(/Trang đang nâng cấp chữ/)
      .and.not.match(/var a/);
    expect(answer!.excerpt!.length).to.be.lessThan(310);
    expect(await hub.text('status.json')).not.to.match(/nâng cấp|answers/);
  });

  it('may be missing from an older state', async () => {
    await hub.run(NOW);
    const { sources, ...rest } = JSON.parse(await readFile(hubFile(), 'utf8'));
    for (const source of Object.values<{ answers?: unknown }>(sources)) delete source.answers;
    const { whole: _, ...content } = rest;
    await writeFile(hubFile(), JSON.stringify({ ...content, sources, whole: true }));
    const { warnings } = await hub.run(NOW + 2 * HOUR_MS);
    expect(warnings).to.deep.equal([]);
    expect(await answers()).to.have.length(1);
  });

  it('are those of one source, if a run asks no other', async () => {
    const other = site.url('/khac');
    site.html('/khac', listOf(testPosts(down(30, 20)), 'tin'));
    const schools = [
      {
        id: 'a',
        name: 'Trường A',
        home: site.url('/'),
        news: [site.url('/rss'), { url: other, kind: 'page', item: '.tin' }],
      },
    ];
    const configuration = { ...hub.configuration, schools };
    const { asked } = await hub.run(NOW, { only: ({ url }) => url === other }, configuration);
    expect(asked).to.equal(1);
    expect(site.requested()).to.deep.equal(['/khac']);
    // Not due, but asked.
    await hub.run(NOW + HOUR_MS / 2, { only: ({ url }) => url === other }, configuration);
    expect(site.requested()).to.deep.equal(['/khac']);
    // Asked just now.
    await hub.run(NOW + HOUR_MS / 2 + 1000, { only: ({ url }) => url === other }, configuration);
    expect(site.requested()).to.deep.equal([]);
    const state = JSON.parse(await readFile(hubFile(), 'utf8'));
    expect(state.sources[`a news ${other}`].answers).to.have.length(2);
    expect(state).not.to.have.property('lastRun');
  });
});
