import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { indexPage } from '../../../hub/publish/index-page.ts';
import { statusPage } from '../../../hub/publish/status.ts';

/** The hub's own files. */
const OWN_SCRIPTS = /<script (?:async src="tct\.js"|defer src="last-run\.js")><\/script>/g;
const EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)> " \' &';

const NO_PAGES = { has: () => false };

describe('text in the hub’s HTML pages', () => {
  it('is escaped, like URLs, whether it comes from sources or the configuration', () => {
    const cluster = readCluster({
      name: EVIL,
      hub: 'https://hub.example/',
      schools: [{ id: 'x', name: EVIL, home: 'https://x.example/' }],
    });
    const item = {
      id: 'x:1',
      title: EVIL,
      content_text: EVIL,
      url: 'https://x.example/?a="><script>',
      date_published: '2026-11-23T08:00:00+07:00',
      _tct: { school: 'x' },
    };
    const source = {
      school: 'x',
      name: EVIL,
      kind: 'news' as const,
      url: 'https://x.example/?"><script>',
      error: EVIL,
      moved_to: `https://x.example/${EVIL}`,
    };
    for (const html of [
      indexPage(cluster, { news: [item], documents: [item], gallery: [item] }, NO_PAGES),
      statusPage(EVIL, {
        name: EVIL,
        sources: [source],
        weather: source,
        without_sources: [{ school: 'y', name: EVIL, home: source.url }],
      }),
    ]) {
      expect(html.replace(OWN_SCRIPTS, '')).to.not.match(/<script|<img|onerror=[^&]*>/);
      expect(html).to.include('&#60;script&#62;');
      for (const link of html.match(/ href="[^"]*"/g) ?? []) expect(link).to.not.match(/[<>]/);
    }
  });

  it('stands under a policy that allows the page’s own style and scripts, and nothing inline', () => {
    const bare = { name: 'Cụm', schools: [{ id: 'x', name: 'X', home: 'https://x.example/' }] };
    const policyOf = (html: string) => {
      const [, policy = ''] =
        /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html.split('<title>')[0]!) ?? [];
      const [, style] = /<style>([^<]*)<\/style>/.exec(html)!;
      const hash = createHash('sha256').update(style!).digest('base64');
      expect(policy).to.include(`default-src 'none'; style-src 'sha256-${hash}';`);
      expect(policy).to.include("base-uri 'none'; form-action 'none'");
      expect(policy).to.not.match(/unsafe|script-src[^;]*http/);
      // Neither a style nor a script that the policy would stop.
      expect(html.replace(OWN_SCRIPTS, '')).to.not.match(/ style=|<script| on[a-z]+=/);
      return policy;
    };
    const none = { news: [], documents: [], gallery: [] };
    const withHub = readCluster({ ...bare, hub: 'https://hub.example/tin/' });
    expect(policyOf(indexPage(withHub, none, NO_PAGES))).to.include(
      "connect-src 'self' https://hub.example;",
    );
    expect(policyOf(indexPage(readCluster(bare), none, NO_PAGES))).to.include(
      "script-src 'self'; connect-src 'self';",
    );
    expect(policyOf(statusPage('Cụm', { name: 'Cụm', sources: [] }))).to.include(
      "script-src 'self'; connect-src 'self';",
    );
  });
});
