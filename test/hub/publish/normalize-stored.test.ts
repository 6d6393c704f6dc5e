import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import { isHubFeed } from '../../../core/model/is-feed.ts';
import type { SchoolLists } from '../../../hub/memory/types.ts';
import { faults } from '../../core/feed-faults.ts';
import { NOW, startHub } from '../start-hub.ts';

describe('posts that an older version stored by other rules', () => {
  it('are published by today’s', async () => {
    const hub = await startHub(({ nukeviet }) => [
      { id: 'nv', name: 'Trường', home: nukeviet.url('/'), news: nukeviet.url('/rss/') },
    ]);
    try {
      await hub.run(NOW);
      const path = join(hub.state, 'school-nv.json');
      const lists = JSON.parse(await readFile(path, 'utf8')) as SchoolLists;
      const [first, second] = lists.news.entries;
      Object.assign(first!.item, { title: '\u202eKhai giảng\u0093', image: 'http://1.2.3.4.5/a.jpg' });
      Object.assign(second!.item, { url: 'http://1.2.3.4.5/x', tags: ['Tin tu\u031b\u0301c', '\u0007'] });
      await writeFile(path, JSON.stringify(lists));
      await hub.run(NOW + 60_000, { force: true });
      const feed: Feed = await hub.feed('schools/nv/news.json');
      expect(faults(feed)).to.deep.equal([]);
      expect(isHubFeed(feed)).to.equal(true);
      const published = (id: string) => feed.items.find((item) => item.id === id)!;
      expect(published(first!.id).title).to.equal('Khai giảng“');
      expect(published(first!.id)).to.not.have.property('image');
      expect(published(second!.id)).to.not.have.property('url');
      expect(published(second!.id).tags).to.deep.equal(['Tin tức']);
      expect(await hub.text('index.html')).to.not.match(/\u202e|1\.2\.3\.4\.5/);
    } finally {
      await hub.stop();
    }
  });
});
