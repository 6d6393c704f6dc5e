import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import type { HubState } from '../../../hub/memory/types.ts';
import { lastRun } from '../../../hub/publish/last-run.ts';
import type { Status } from '../../../hub/publish/status.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('the last run', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub(({ wordpress }) => [
      { id: 'wp', name: 'Trường A', home: wordpress.url('/'), news: wordpress.url('/feed/') },
      { id: 'moi', name: 'Trường B', home: 'https://moi.example/' },
      { id: 'cu', name: 'Trường C', home: 'https://cu.example/', active: false },
    ]);
  });
  afterEach(() => hub.stop());
  const status = async () => JSON.parse(await hub.text('status.json')) as Status;
  const pages = async () => ({ index: await hub.text('index.html'), status: await hub.text('status.html') });

  it('is told by both pages, and by when the next one is due', async () => {
    await hub.run(NOW);
    expect(await status()).to.include({
      last_run: '2026-11-23T08:00:00+07:00',
      stale_after: '2026-11-24T10:00:00+07:00',
    });
    const { index, status: page } = await pages();
    expect(page).to.include(
      'Trạm chạy lần cuối lúc <time datetime="2026-11-23T08:00:00+07:00">08:00 23/11/2026</time>.',
    );
    // Without scripts.
    expect(page).to.include('<noscript> Nếu quá 10:00 24/11/2026 mà giờ này chưa đổi');
    expect(index).to.include('<p id="last-run" hidden>Trạm chạy lần cuối lúc <time></time>.</p>');
    for (const html of [index, page]) expect(html).to.match(/<p id="stopped"[^>]* hidden>/);
  });

  it('is the last that polled a source: one that has nothing to do writes nothing', async () => {
    await hub.run(NOW);
    const before = await pages();
    expect((await hub.run(NOW + 10 * MINUTE_MS)).written).to.equal(0);
    expect(await pages()).to.deep.equal(before);
    // Only status.json and status.html change if there is no news.
    expect((await hub.run(NOW + 30 * HOUR_MS)).written).to.equal(2);
    expect((await pages()).index).to.equal(before.index);
    expect((await status()).last_run).to.equal('2026-11-24T14:00:00+07:00');
  });

  it('is kept if the pages are deleted, and their script comes back', async () => {
    await hub.run(NOW);
    const before = await pages();
    for (const name of ['index.html', 'status.html', 'status.json', 'last-run.js'])
      await rm(join(hub.out, name));
    await hub.run(NOW + MINUTE_MS);
    expect(await pages()).to.deep.equal(before);
    expect(await hub.text('last-run.js')).to.match(/^[\x20-\x7e\n]*$/);
  });

  it('counts if the network was down', async () => {
    await hub.run(NOW);
    hub.sites.wordpress.setFault({ kind: 'reset' });
    await hub.run(NOW + 2 * HOUR_MS);
    expect((await status()).last_run).to.equal('2026-11-23T10:00:00+07:00');
  });

  it('lists schools that are not read as such', async () => {
    await hub.run(NOW);
    expect((await status()).without_sources).to.deep.equal([
      { school: 'moi', name: 'Trường B', home: 'https://moi.example/' },
      { school: 'cu', name: 'Trường C', home: 'https://cu.example/', inactive: true },
    ]);
    const { index, status: page } = await pages();
    expect(page).to.include('Trường B</a><p>Chưa có nguồn nào trong cấu hình.');
    expect(page).to.include('Trường C</a><p>Không còn hoạt động');
    expect(index).to.include('Trường A</a></li>');
    expect(index).to.include('Trường B</a> <small>chưa có nguồn tin</small>');
  });

  it('is stale a day later, or when the next source is due, if that is later still', () => {
    const url = 'https://a.example/feed';
    const cluster = readCluster({
      name: 'Cụm',
      schools: [{ id: 'a', name: 'A', home: 'https://a.example/', news: url }],
    });
    const staleAfter = (poll: object) => {
      const sources = { [`a news ${url}`]: { poll: { due: 0, earliest: 0, failures: 0, ...poll } } };
      const hub: HubState = { sources, next: { news: 0, documents: 0, gallery: 0 }, lastRun: NOW };
      return lastRun(cluster, hub).stale_after;
    };
    expect(staleAfter({ due: NOW + HOUR_MS })).to.equal('2026-11-24T10:00:00+07:00');
    expect(staleAfter({ due: NOW + 1.1 * DAY_MS })).to.equal('2026-11-24T12:24:00+07:00');
    // Monday to Wednesday are skipped.
    expect(staleAfter({ due: NOW + HOUR_MS, rhythm: { skipDays: [1, 2, 3] } })! > '2026-11-26').to.equal(
      true,
    );
    // Nothing is left to poll.
    expect(staleAfter({ due: NOW + HOUR_MS, stopped: true })).to.equal(undefined);
  });
});
