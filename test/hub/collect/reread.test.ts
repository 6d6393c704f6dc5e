import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { MAX_REREADS_PER_POLL, REREAD_BY_AGE, rereadDue } from '../../../hub/collect/reread-schedule.ts';
import type { StoredPost } from '../../../hub/memory/types.ts';
import { Site, type SiteRequest, type SiteResponse } from '../../sites/site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** `2026-11-20` as the pages write it. */
const written = (day: string) => day.split('-').reverse().join('/');
const dayBefore = (ms: number) => formatVietnamTime(NOW - ms).slice(0, 10);

/** A list of documents without files, and a page for each with the other facts. */
class LawSite extends Site {
  /** Days of issue; the documents are numbered from 1. */
  issued: string[] = [];
  rules = '';
  /** Further rows of the documents' pages, and their files, by number. */
  readonly rows: Record<number, string> = {};
  readonly files: Record<number, string> = {};
  /** Validators that the pages send. */
  sends: ('ETag' | 'Last-Modified')[] = [];

  protected override answer(
    path: string,
    _: URLSearchParams,
    { headers }: SiteRequest,
  ): SiteResponse | undefined {
    const number = Number(/^\/vb\/(\d+)$/.exec(path)?.[1]);
    if (path === '/robots.txt') return { body: this.rules };
    if (path === '/vb') return this.validated(this.list(), headers, ['ETag']);
    return this.issued[number - 1] ? this.validated(this.document(number), headers, this.sends) : undefined;
  }

  private list(): string {
    const rows = this.issued.map(
      (day, index) =>
        `<tr><td>${index + 1}/QĐ-TCT<td>${written(day)}<td><a href="/vb/${index + 1}">Về việc thứ ${index + 1}</a>`,
    );
    return `<h1>Văn bản</h1><table><tr><th>Số<th>Ngày ban hành<th>Trích yếu${rows.join('')}</table>`;
  }

  private document(number: number): string {
    const file = this.files[number];
    return `<body><h1>Về việc thứ ${number}</h1><table><tr><td>Số<td>${number}/QĐ-TCT<tr><td>Ngày ban hành<td>${written(this.issued[number - 1]!)}<tr><td>Cơ quan ban hành<td>Trường${this.rows[number] ?? ''}</table>${file ? `<a href="${file}">Tải về</a>` : ''}`;
  }

  private validated(body: string, headers: SiteRequest['headers'], sends: LawSite['sends']): SiteResponse {
    const tag = `"${body.length}"`;
    const modified = new Date(Date.UTC(2026, 0, 1, 0, 0, body.length)).toUTCString();
    const isKnown =
      (sends.includes('ETag') && headers['if-none-match'] === tag) ||
      (sends.includes('Last-Modified') && headers['if-modified-since'] === modified);
    const validators = {
      ...(sends.includes('ETag') && { ETag: tag }),
      ...(sends.includes('Last-Modified') && { 'Last-Modified': modified }),
    };
    return isKnown
      ? { status: 304, headers: validators }
      : { headers: { 'Content-Type': 'text/html; charset=utf-8', ...validators }, body };
  }
}

describe('a document’s own page is read again', () => {
  let hub: Hub;
  let site: LawSite;
  beforeEach(async () => {
    hub = await startHub(() => []);
    site = await new LawSite().start();
    site.issued = [dayBefore(2 * DAY_MS)];
  });
  afterEach(() => Promise.all([hub.stop(), site.stop()]));

  const run = (now: number) => {
    site.requests.length = 0;
    const documents = { url: site.url('/vb'), kind: 'page' };
    return hub.run(
      now,
      {},
      { ...hub.configuration, schools: [{ id: 'nb', name: 'Trường', home: site.url('/'), documents }] },
    );
  };
  const first = async () => (await hub.feed('documents.json')).items.at(0)!;
  const facts = async () => (await first())._tct!.document!;
  const pageRequests = () => site.requests.filter(({ path }) => /^\/vb\/\d/.test(path));

  it('for corrected and added facts and files, although the list stays the same', async () => {
    site.files[1] = '/files/cu.pdf';
    site.rows[1] = '<tr><td>Người ký<td>Nguyễn A<tr><td>Tình trạng<td>Còn hiệu lực';
    await run(NOW);
    expect(await facts()).to.include({ signer: 'Nguyễn A', status: 'valid' });
    site.files[1] = '/files/moi.pdf';
    site.rows[1] = '<tr><td>Người ký<td>Trần B<tr><td>Lĩnh vực<td>Đào tạo<tr><td>Hết hiệu lực<td>01/01/2027';
    await run(NOW + DAY_MS + HOUR_MS);
    expect(site.requests.map(({ path }) => path)).to.deep.equal(['/robots.txt', '/vb', '/vb/1']);
    const { signer, field, expires, status, issuer } = await facts();
    expect({ signer, field, expires, status, issuer }).to.deep.equal({
      signer: 'Trần B',
      field: 'Đào tạo',
      expires: '2027-01-01',
      status: undefined,
      issuer: 'Trường',
    });
    expect((await first()).attachments!.map(({ url }) => url)).to.deep.equal([site.url('/files/moi.pdf')]);
  });

  for (const sends of [['ETag'], ['Last-Modified'], ['ETag', 'Last-Modified']] as LawSite['sends'][])
    it(`by a conditional request where it has ${sends.join(' and ')}`, async () => {
      site.sends = sends;
      site.rows[1] = '<tr><td>Người ký<td>Nguyễn A';
      await run(NOW);
      expect(pageRequests()[0]!.headers).to.not.have.any.keys('if-none-match', 'if-modified-since');
      for (let day = 1; day <= 3; day++) {
        // Nothing but the status is published.
        expect((await run(NOW + day * (DAY_MS + HOUR_MS))).written).to.equal(2);
        const [request] = pageRequests();
        expect('if-none-match' in request!.headers).to.equal(sends.includes('ETag'));
        expect('if-modified-since' in request!.headers).to.equal(sends.includes('Last-Modified'));
        expect((await facts()).signer).to.equal('Nguyễn A');
      }
      site.rows[1] = '<tr><td>Người ký<td>Phó Hiệu trưởng Trần B';
      await run(NOW + 5 * DAY_MS);
      expect((await facts()).signer).to.equal('Phó Hiệu trưởng Trần B');
    });

  it('and what it told stays if it tells nothing or cannot be read', async () => {
    site.rows[1] = '<tr><td>Người ký<td>Nguyễn A';
    await run(NOW);
    const before = await first();
    const faults = [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 404 },
      { kind: 'reset' },
      { kind: 'html' },
    ] as const;
    for (const [index, fault] of faults.entries()) {
      site.setFault(fault, '/vb/');
      await run(NOW + (index + 1) * (DAY_MS + HOUR_MS));
      expect(pageRequests(), fault.kind).to.have.length(1);
      expect(await first()).to.deep.equal(before);
    }
    site.setFault(undefined);
    site.rows[1] = '<tr><td>Người ký<td>Trần B';
    await run(NOW + 6 * DAY_MS);
    expect((await facts()).signer).to.equal('Trần B');
  });

  it('a few in each poll, those first that have waited longest, and all in turn', async () => {
    site.issued = Array.from({ length: 12 }, (_, index) => dayBefore(index * HOUR_MS));
    await run(NOW);
    expect(pageRequests()).to.have.length(12);
    const seen: string[] = [];
    for (let hour = 0; hour < 3; hour++) {
      await run(NOW + DAY_MS + (1 + hour * 2) * HOUR_MS);
      expect(pageRequests()).to.have.length.at.most(MAX_REREADS_PER_POLL);
      for (const { path } of pageRequests()) seen.push(path);
    }
    expect(seen).to.have.length(12);
    expect(new Set(seen).size).to.equal(12);
  });

  it('not where robots.txt has come to forbid it', async () => {
    await run(NOW);
    site.rules = 'User-agent: *\nDisallow: /vb/';
    await run(NOW + 2 * DAY_MS);
    expect(site.requests.map(({ path }) => path)).to.deep.equal(['/robots.txt', '/vb']);
    expect((await facts()).issuer).to.equal('Trường');
  });

  it('soon, if a hub that did not keep the time of that has read it', async () => {
    await run(NOW);
    for (const [name, field] of [
      ['school-nb.json', /,"due":\d+(?=\})/g],
      ['hub.json', /,"reread":\d+/g],
    ] as const) {
      const path = join(hub.state, name);
      const now = await readFile(path, 'utf8');
      const old = now.replace(field, '');
      expect(old, name).to.not.equal(now);
      await writeFile(path, old);
    }
    site.rows[1] = '<tr><td>Người ký<td>Trần B';
    await run(NOW + 2 * HOUR_MS);
    expect((await facts()).signer).to.equal('Trần B');
  });
});

describe('when a page is due again', () => {
  const post = (fields: Partial<StoredPost>, date?: string): StoredPost => ({
    id: 'nb:1',
    key: '1',
    source: 'https://truong.example/vb',
    item: { id: '1', content_text: '', ...(date && { date_published: date }) },
    seen: NOW,
    place: 0,
    missing: 0,
    ...fields,
  });
  const daysUntilDue = (ageMs: number, isEmpty = false) =>
    (rereadDue(post({}, formatVietnamTime(NOW - ageMs)), NOW, isEmpty) - NOW) / DAY_MS;

  it('is the sooner the newer the document', () => {
    const ages = [0, 6, 8, 29, 31, 364, 366, 5000];
    expect(ages.map((days) => daysUntilDue(days * DAY_MS))).to.deep.equal([1, 1, 3, 3, 30, 30, 180, 180]);
    // Pages that told nothing.
    expect(ages.map((days) => daysUntilDue(days * DAY_MS, true))).to.deep.equal([
      30, 30, 30, 30, 30, 30, 180, 180,
    ]);
    for (const [index, { everyMs }] of REREAD_BY_AGE.entries())
      expect(everyMs).to.be.greaterThan(REREAD_BY_AGE[index - 1]?.everyMs ?? 0);
  });

  it('counts a document without a date, or with a mistyped one, from when it was first seen', () => {
    for (const date of [undefined, '2042-03-05T00:00:00+07:00', 'hôm qua']) {
      expect(rereadDue(post({}, date), NOW, false)).to.equal(NOW + DAY_MS);
      expect(rereadDue(post({ seen: NOW - 1000 * DAY_MS }, date), NOW, false)).to.equal(NOW + 180 * DAY_MS);
    }
  });
});
