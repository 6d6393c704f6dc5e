import { rm } from 'node:fs/promises';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('restored posts of a list with two sources', () => {
  let hub: Hub;
  let now: number;
  const run = () => {
    now += LATER;
    return hub.run(now);
  };
  const list = () => hub.feed('schools/t/news.json');

  beforeEach(async () => {
    now = NOW - LATER;
    hub = await startHub(({ joomla, nukeviet }) => [
      {
        id: 't',
        name: 'Trường',
        home: joomla.url('/'),
        news: [joomla.url('/tin-tuc?format=feed&type=rss'), nukeviet.url('/rss/')],
      },
    ]);
    await run();
  });
  afterEach(() => hub.stop());

  for (const isDown of [false, true])
    it(`belong to the source that lists them${isDown ? ', though the first one is down' : ''}`, async () => {
      const { joomla, nukeviet } = hub.sites;
      const edited = nukeviet.publish({ title: 'Tin cũ', summary: '', published: now + 1 });
      const withdrawn = nukeviet.publish({ title: 'Bị rút', summary: '', published: now });
      const first = joomla.publish({ title: 'Tin của nguồn đầu', summary: '', published: now });
      await run();
      const before = titles(await list());
      expect(before).to.include.members(['Tin cũ', 'Bị rút', 'Tin của nguồn đầu']);

      await rm(hub.state, { recursive: true });
      if (isDown) joomla.setFault({ kind: 'status', status: 503 });
      nukeviet.edit(edited.id, { title: 'Tin đã sửa' });
      expect((await run()).added).to.equal(0);
      expect(titles(await list()).sort()).to.deep.equal(
        before.map((title) => (title === 'Tin cũ' ? 'Tin đã sửa' : title)).sort(),
      );

      nukeviet.remove(withdrawn.id);
      await run();
      await run();
      expect(titles(await list())).to.not.include('Bị rút');
      expect(titles(await list())).to.include.members(['Tin đã sửa', 'Tin của nguồn đầu']);

      joomla.setFault(undefined);
      joomla.edit(first.id, { title: 'Cũng đã sửa' });
      expect((await run()).added).to.equal(0);
      expect(titles(await list()))
        .to.include('Cũng đã sửa')
        .and.not.include('Tin của nguồn đầu');
    });
});
