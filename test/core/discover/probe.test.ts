import { expect } from 'chai';
import {
  MAX_CANDIDATES_PER_KIND,
  type ProbePorts,
  probeSite,
  tryProposals,
} from '../../../core/discover/probe.ts';
import { readContext } from '../../../core/poll/poll-source.ts';
import { readFeed } from '../../../core/read/read-feed.ts';

const HOME = 'https://truong.example/';
const RSS = '<rss version="2.0"><channel><title>Tin</title><item><title>A</title></item></channel></rss>';
const page = (head: string) => `<!doctype html><html><head>${head}</head><body></body></html>`;

/** A site by its URLs; any other URL is a 404. */
function site(pages: Record<string, string>): ProbePorts<string> & { opened: string[] } {
  const opened: string[] = [];
  return {
    opened,
    async open(url) {
      opened.push(url);
      const body = pages[url];
      return body === undefined
        ? { refusal: '404' }
        : { status: 200, headers: new Headers(), url, body: new TextEncoder().encode(body) };
    },
    async read(response) {
      try {
        return { feed: await readFeed(response.body, readContext(response)) };
      } catch {
        return { refusal: 'not a feed' };
      }
    },
  };
}

describe('probing a site', () => {
  it('proposes what the page declares and returns the title of the page', async () => {
    const ports = site({
      [HOME]: page(
        '<!-- <title>Cũ</title> --><title>Trang chủ | Trường Chính trị A</title><link rel="alternate" type="application/rss+xml" title="Tin" href="/rss">',
      ),
      [`${HOME}rss`]: RSS,
    });
    const probe = await probeSite(HOME, ports);
    if ('refusal' in probe) throw new Error(probe.refusal);
    expect(probe.title).to.equal('Trường Chính trị A');
    const [tried] = await tryProposals(probe.proposals, 'news', ports);
    expect(tried).to.include({ url: `${HOME}rss`, servedFrom: `${HOME}rss`, title: 'Tin', declared: true });
    expect(tried).to.have.nested.property('feed.items.length', 1);
    expect(await tryProposals(probe.proposals, 'documents', ports)).to.deep.equal([]);
  });

  it('reads the feed if the address is one', async () => {
    const probe = await probeSite(`${HOME}rss`, site({ [`${HOME}rss`]: RSS }));
    expect(probe).to.have.nested.property('feed.title', 'Tin');
    expect(probe).to.have.property('title', 'Tin');
  });

  it('returns the refusal if the page cannot be opened', async () => {
    expect(await probeSite(HOME, site({}))).to.deep.equal({ refusal: '404' });
  });

  it('tries only a few proposals of a kind, one after the other, and keeps the refusals', async () => {
    const links = Array.from({ length: 20 }, (_, index) => `<a href="/${index}/rss">Mục ${index}</a>`).join(
      '',
    );
    const ports = site({ [HOME]: page('') + links });
    const probe = await probeSite(HOME, ports);
    if ('refusal' in probe) throw new Error(probe.refusal);
    const progress: string[] = [];
    const tried = await tryProposals(probe.proposals, 'news', ports, {
      onTried: ({ url }) => progress.push(url),
    });
    expect(tried).to.have.length(MAX_CANDIDATES_PER_KIND);
    expect(tried.every((one) => 'refusal' in one && one.refusal === '404')).to.equal(true);
    expect(progress).to.deep.equal(ports.opened.slice(1));
  });
});
