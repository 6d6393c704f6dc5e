import { expect } from 'chai';
import { assignIds, type UnidentifiedItem } from '../../../core/identity/assign-ids.ts';
import { type KnownPost, matchPosts } from '../../../core/identity/match-posts.ts';
import { fc, propertyRuns } from '../../property.ts';
import { draftItem } from './draft-item.ts';

/**
 * A post on a simulated site. `kind` is what its feed contains: all fields, no guid, neither guid nor link, a guid
 * shared with another post, or the link of a page that lists several posts.
 */
interface SitePost {
  number: number;
  kind:
    | 'complete'
    | 'liferay'
    | 'permalink'
    | 'no guid'
    | 'bare'
    | 'twin'
    | 'on a page'
    | 'page twin'
    | 'page only';
  guid?: string;
  path?: string;
  title: string;
  shown: boolean;
}

type Step = [act: string, which: number, permutation: number];

class Site {
  readonly posts: SitePost[] = [];
  #secure = false;
  #count = 0;

  /** Only changes that a reader can recognise from the feed alone; a step that is impossible now is skipped. */
  do([act, which]: Step): void {
    const pick = (...kinds: SitePost['kind'][]) => {
      const some = this.posts.filter(({ kind, shown }) => shown && (!kinds.length || kinds.includes(kind)));
      return some[which % some.length];
    };
    const alone = ({ guid }: SitePost) => this.posts.filter((post) => post.guid === guid).length === 1;
    if (act === 'https') this.#secure = !this.#secure;
    if (act === 'remove') {
      const post = pick();
      if (post) post.shown = false;
    }
    if (act === 'return') {
      const gone = this.posts.filter(({ shown }) => !shown);
      if (gone.length) gone[which % gone.length]!.shown = true;
    }
    if (act === 'edit') {
      const post = pick('complete', 'liferay', 'permalink', 'no guid', 'twin');
      if (post) post.title += '*';
    }
    if (act === 'guid') {
      const post = pick('complete', 'liferay', 'twin', 'no guid');
      if (post) post.guid = `guid${++this.#count}`;
    }
    if (act === 'move') {
      const post = pick('complete');
      if (post && alone(post)) post.path = `moved-${++this.#count}`;
    }
    if (act === 'swap') {
      const [a, b] = this.posts.filter((post) => post.kind === 'complete' && post.shown && alone(post));
      if (a && b) [a.path, b.path] = [b.path, a.path];
    }
    const write = (kind: SitePost['kind'], guid?: string, path?: string) =>
      this.posts.push({ number: ++this.#count, kind, guid, path, title: `post ${this.#count}`, shown: true });
    const path = `post-${this.#count}`;
    if (act === 'complete') write('complete', `news_${this.#count}`, path);
    if (act === 'permalink') write('permalink', `?p=${this.#count}`, path);
    if (act === 'liferay') write('liferay', `guid${this.#count}`, path);
    if (act === 'no guid') write('no guid', undefined, path);
    if (act === 'bare') write('bare');
    const brother = pick('complete', 'twin');
    if (act === 'twin' && brother?.guid) write('twin', brother.guid, path);
    const neighbour = pick('on a page', 'page twin');
    if (act === 'page twin' && neighbour) write('page twin', neighbour.guid, 'tin');
    // The second post on a page looks like the first if they were never listed together.
    const first = (kind: SitePost['kind']) => !this.posts.some((post) => post.kind === kind) || pick(kind);
    if (act === 'on a page' && first(act)) write(act, `item${this.#count}`, 'tin');
    if (act === 'page only' && first(act)) write(act, undefined, 'lich');
  }

  /** The feed as it is now, in any order, perhaps with posts repeated. */
  feed(permutation: number): UnidentifiedItem[] {
    const root = this.#secure ? 'https://www.x.vn' : 'http://x.vn';
    const drafts = this.posts
      .filter(({ shown }) => shown)
      .map(({ number, kind, guid, path, title }): UnidentifiedItem => {
        const block = kind === 'liferay' ? `tin/-/asset_publisher/${guid}/` : '';
        const url = path && `${root}/${block}${path}`;
        const named = kind === 'liferay' ? url : kind === 'permalink' ? `${root}/${guid}` : guid;
        return { guid: named, item: { ...draftItem(title, url), _tct: { views: number } } };
      });
    const again = drafts.filter((_, index) => (index + permutation) % 5 === 0);
    const all = [...drafts, ...again.map(({ guid, item }) => ({ guid, item: { ...item } }))];
    return all
      .map((draft, index) => ({ draft, order: ((index + 1) * (permutation + 1) * 7919) % 101 }))
      .sort((a, b) => a.order - b.order)
      .map(({ draft }) => draft);
  }
}

describe('matching posts, whatever happens to a feed', () => {
  const acts = [
    'complete',
    'liferay',
    'permalink',
    'no guid',
    'bare',
    'twin',
    'on a page',
    'page twin',
    'page only',
  ];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom(...acts, 'edit', 'guid', 'move', 'swap', 'remove', 'remove', 'return', 'return', 'https'),
    fc.nat(20),
    fc.nat(100),
  );

  it('reports every post as new exactly once and never changes its key, from the school or the hub', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const site = new Site();
        const known = new Map<string, KnownPost>();
        const names = new Map<number, string>();
        for (const each of steps) {
          site.do(each);
          let items = assignIds(site.feed(each[2]));
          if (each[2] % 3 === 0)
            items = items.map((item) => ({
              ...item,
              id: `s:${item.id}`,
              _tct: { ...item._tct, school: 's' },
            }));
          const found = matchPosts(known.values(), items, 's');
          for (const { item, key, alias, isNew } of found) {
            const number = item._tct!.views!;
            expect(isNew, `${item.title} new`).to.equal(!names.has(number));
            expect(key).to.equal(names.get(number) ?? key);
            expect([...names].filter(([other, name]) => name === key && other !== number)).to.deep.equal([]);
            names.set(number, key);
            known.set(key, { key, alias, url: item.url, title: item.title });
          }
          expect(found.map(({ item }) => item._tct!.views).sort()).to.deep.equal(
            site.posts
              .filter(({ shown }) => shown)
              .map(({ number }) => number)
              .sort(),
          );
        }
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});
