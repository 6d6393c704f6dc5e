import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('the front page of a hub', () => {
  let hub: Hub;
  let html: string;
  before(async () => {
    hub = await startHub();
    await hub.run(NOW);
    html = await hub.text('index.html');
  });
  after(() => hub.stop());

  it('names the lists for feed readers and browsers', () => {
    const head = html.split('<body>')[0]!;
    const links = [...head.matchAll(/<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">/g)];
    expect(links.map(([, type, title, href]) => [type, title, href])).to.deep.equal([
      ['application/feed+json', 'Cụm mẫu – Tin (JSON Feed)', 'news.json'],
      ['application/atom+xml', 'Cụm mẫu – Tin (Atom)', 'news.xml'],
      ['application/rss+xml', 'Cụm mẫu – Tin (RSS)', 'news-rss.xml'],
      ['application/feed+json', 'Cụm mẫu – Văn bản (JSON Feed)', 'documents.json'],
      ['application/atom+xml', 'Cụm mẫu – Văn bản (Atom)', 'documents.xml'],
      ['application/rss+xml', 'Cụm mẫu – Văn bản (RSS)', 'documents-rss.xml'],
    ]);
  });

  it('lists the feeds of the cluster and of each school, and all of them are there', () => {
    const section = html.slice(html.indexOf('id="rss"'), html.indexOf('Các trường</h2>'));
    const links = [...section.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href!);
    expect(links.slice(0, 4)).to.deep.equal([
      'news-rss.xml',
      'news.xml',
      'documents-rss.xml',
      'documents.xml',
    ]);
    expect(links).to.include.members(['schools/wp/documents.xml', 'schools/dn/news-rss.xml']);
    expect(links).to.not.include('schools/dn/documents.xml');
    expect(links).to.have.length(2 * (2 + 7));
    for (const link of links) expect(existsSync(join(hub.out, link)), link).to.equal(true);
    const texts = [...section.matchAll(/<code>([^<]*)<\/code>/g)].map(([, text]) => text);
    expect(texts).to.deep.equal(links.map((link) => `https://hub.example/${link}`));
  });

  it('shows no address as text that it does not know', async () => {
    const { hub: _, ...configuration } = hub.configuration as { hub: string };
    await hub.run(NOW + 60_000, {}, configuration);
    expect(await hub.text('index.html'))
      .to.include('href="news-rss.xml"')
      .and.not.include('<code>');
  });
});
