import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'jsonc-parser';
import { readCluster } from '../../../core/config/cluster.ts';
import { feedLink, page, restPosts, rss, StaticSite } from '../discover/static-site.ts';
import { runCommand } from '../run-command.ts';

const WORDPRESS = page(
  `<meta name="generator" content="WordPress 6.1">${feedLink('/feed/')}<link rel="https://api.w.org/" href="/wp-json/">`,
);

describe('tct-hub discover', () => {
  let folder: string;
  let wordpress: StaticSite;
  let plain: StaticSite;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-discover-'));
    wordpress = await new StaticSite({
      '/': WORDPRESS,
      '/feed/': rss(10),
      '/wp-json/wp/v2/posts?_embed&per_page=50': restPosts(12),
    }).start();
    plain = await new StaticSite({ '/': page(feedLink('/rss')), '/rss': rss(5) }).start();
  });
  after(async () => {
    await Promise.all([wordpress.stop(), plain.stop(), rm(folder, { recursive: true })]);
  });
  beforeEach(() => {
    wordpress.requests.length = 0;
  });

  it('names the best source, the others and why not, and the number of requests', async () => {
    const { code, text } = await runCommand(['discover', wordpress.url('/')]);
    expect(code, text).to.equal(0);
    const entry = JSON.parse(text.slice(text.indexOf('\n{')));
    expect(entry.news).to.equal(wordpress.url('/wp-json/wp/v2/posts?_embed&per_page=50'));
    expect(text).to.match(/không chọn \S+\/feed\/: ít hơn \(10 so với 12\), không có ảnh, không có tác giả/);
    expect(text).to.include(`Đã gửi ${wordpress.requests.length} yêu cầu.`);
    readCluster({ name: 'Cụm', schools: [entry] });
  });

  it('tries https and then http if the address names none, and says which one answered', async () => {
    const { code, text } = await runCommand(['discover', wordpress.origin.replace('http://', '')]);
    expect(code, text).to.equal(0);
    expect(text).to.match(/https:\/\/ không kết nối được .*; http:\/\/\S+ trả lời\. Có hai cách/);
    expect(JSON.parse(text.slice(text.indexOf('\n{'))).home).to.equal(wordpress.url('/'));
  });

  it('tells both ways out of a wrong certificate', async () => {
    const { code, text } = await runCommand(['discover', wordpress.origin.replace('http', 'https')]);
    expect(code).to.equal(1);
    expect(text).to.match(/Có hai cách: \(1\) .*chứng chỉ; \(2\) .*http:\/\/127\.0\.0\.1/);
  });

  it('prints JSON alone with --json', async () => {
    const { code, text } = await runCommand(['discover', '--json', wordpress.url('/')]);
    expect(code, text).to.equal(0);
    const { requests, sites, config } = JSON.parse(text);
    expect(requests).to.equal(wordpress.requests.length);
    expect(sites[0]).to.include({ cms: 'WordPress', home: wordpress.url('/'), requests });
    expect(sites[0].sources).to.deep.include.members([
      sites[0].sources.find((each: { chosen: boolean }) => each.chosen),
    ]);
    expect(readCluster(config).schools[0]!.news[0]!.url).to.include('wp-json');
  });

  it('makes one configuration of several homepages, and of a file of them', async () => {
    const list = join(folder, 'trang.txt');
    await writeFile(list, `# Các trường\r\n${wordpress.url('/')} # A\r\n\r\n${plain.url('/')}\r\n`);
    for (const args of [[wordpress.url('/'), plain.url('/')], ['--from', list], [list]]) {
      const { code, text } = await runCommand(['discover', ...args]);
      expect(code, text).to.equal(0);
      const { schools } = readCluster(parse(text));
      expect(
        schools.map(({ home }) => home),
        args.join(' '),
      ).to.deep.equal([wordpress.url('/'), plain.url('/')]);
      expect(new Set(schools.map(({ id }) => id))).to.have.property('size', 2);
      await writeFile(join(folder, 'cluster.jsonc'), text);
    }
    const check = await runCommand(['check', '--config', join(folder, 'cluster.jsonc')]);
    expect(check.code, check.text).to.equal(0);
  });

  it('says what is wrong with a list of addresses', async () => {
    const { code, text } = await runCommand(['discover', '--from', join(folder, 'khong-co.txt')]);
    expect(code).to.equal(2);
    expect(text).to.match(/Không có tệp .*khong-co\.txt/);
  });
});
