import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import { Site, type SiteResponse } from '../../sites/site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** A feed of documents whose order of publication is not that of their days of issue; some have news’ titles. */
class Office extends Site {
  documents: [number: number, issued: string, published: string][] = [];

  protected override answer(path: string): SiteResponse | undefined {
    if (path !== '/rss') return undefined;
    const items = this.documents.map(
      ([number, issued, published]) =>
        `<item><title>Quyết định số ${number}/QĐ-TCT ngày ${issued} về việc thứ ${number}</title><link>${this.url(`/vb/${number}`)}</link><guid>${number}</guid><pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
    );
    return { body: `<rss version="2.0"><channel><title>VB</title>${items.join('')}</channel></rss>` };
  }
}

describe('lists of documents', () => {
  let hub: Hub;
  let offices: Office[];
  beforeEach(async () => {
    hub = await startHub(() => []);
    offices = [await new Office().start(), await new Office().start()];
    offices[0]!.documents = [
      [1, '05/01/2026', '2026-11-20T08:00:00+07:00'],
      [2, '10/09/2026', '2026-09-12T08:00:00+07:00'],
      [3, '10/09/2026', '2026-09-10T08:00:00+07:00'],
    ];
    offices[1]!.documents = [
      [4, '01/03/2026', '2026-10-01T08:00:00+07:00'],
      [5, '12/11/2026', '2026-11-12T09:00:00+07:00'],
      [6, '12/11/2026', '2026-11-12T10:00:00+07:00'],
      [7, '12/11/2062', '2026-02-01T10:00:00+07:00'],
    ];
  });
  afterEach(() => Promise.all([hub.stop(), ...offices.map((office) => office.stop())]));

  const run = (now = NOW) => {
    const schools = offices.map((office, index) => ({
      id: `t${index}`,
      name: `Trường ${index}`,
      home: office.url('/'),
      documents: office.url('/rss'),
      news: office.url('/rss?tin'),
    }));
    return hub.run(now, {}, { ...hub.configuration, schools });
  };
  const numbers = async (name: string) =>
    (await hub.feed(name)).items.map(({ _tct }) => Number.parseInt(_tct!.document!.number!, 10));

  it('are in the order of the dates they show, also for the whole cluster', async () => {
    await run();
    expect(await numbers('schools/t0/documents.json')).to.deep.equal([3, 2, 1]);
    // Those of one day are in the order of publication; a mistyped day of issue says nothing.
    expect(await numbers('schools/t1/documents.json')).to.deep.equal([6, 5, 4, 7]);
    expect(await numbers('documents.json')).to.deep.equal([6, 5, 3, 2, 4, 7, 1]);
    const html = await hub.text('index.html');
    const list = html.slice(html.indexOf('<tct-document-list'), html.indexOf('</tct-document-list>'));
    const shown = [...list.matchAll(/<time class="tct-date" datetime="([^"]*)">/g)].map(([, date]) =>
      date!.slice(0, 10),
    );
    expect(shown.filter((date) => date < '2062')).to.deep.equal([
      '2026-11-12',
      '2026-11-12',
      '2026-09-10',
      '2026-09-10',
      '2026-03-01',
      '2026-01-05',
    ]);
  });

  it('stay so while a school fails, and news are sorted by publication', async () => {
    await run();
    offices[0]!.setFault({ kind: 'status', status: 503 });
    await run(NOW + DAY_MS);
    expect(await numbers('documents.json')).to.deep.equal([6, 5, 3, 2, 4, 7, 1]);
    expect(await numbers('news.json')).to.deep.equal([1, 6, 5, 4, 2, 3, 7]);
  });
});
