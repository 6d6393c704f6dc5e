import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { RunProgress } from '../../../hub/setup/api.ts';
import { publishedFeeds } from '../../../hub/setup/published-feeds.ts';
import { run } from '../../../hub/setup/run.ts';
import { down, testPosts, WrittenSite } from '../changing-site.ts';
import { callContext, type TestContext, testContext } from './context.ts';

describe('the published lists on the console', () => {
  let setup: TestContext;
  let site: WrittenSite;
  beforeEach(async () => {
    setup = await testContext();
    site = await new WrittenSite().start();
    site.rss('/rss', testPosts(down(8, 1)));
    await setup.configure([
      { id: 'a', name: 'Trường A', home: site.url('/'), heal: false, news: site.url('/rss') },
    ]);
  });
  afterEach(async () => {
    await site.stop();
    await setup.stop();
  });
  const lists = () => publishedFeeds(setup.context, setup.tools);

  it('are those that a run has published, under paths of their own', async () => {
    expect(await lists()).to.deep.equal({});
    await run(setup.context, setup.tools, callContext<RunProgress>());
    const paths = await lists();
    expect(Object.keys(paths)).to.deep.equal(['news']);
    const [, id = ''] = /^\/feeds\/([\w-]{36})\.json$/.exec(paths.news!)!;
    const feed = JSON.parse(setup.tools.feeds.get(id)!);
    expect(feed.items).to.have.length(8);
    expect(feed._tct.schools.a).to.deep.include({ name: 'Trường A' });
  });

  it('are none where a file is broken, or is something else', async () => {
    await mkdir(setup.out);
    await writeFile(join(setup.out, 'news.json'), '{"items":');
    await writeFile(join(setup.out, 'documents.json'), '{"items":[{"title":"x"}]}');
    expect(await lists()).to.deep.equal({});
  });

  it('need a folder to publish to', async () => {
    await setup.configure([], { out: undefined });
    const error = await lists().catch((thrown) => thrown);
    expect(error.words.vi).to.equal('Chưa chọn thư mục xuất bản.');
    expect(error.field).to.equal('out');
  });
});
