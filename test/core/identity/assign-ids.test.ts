import { expect } from 'chai';
import { assignIds } from '../../../core/identity/assign-ids.ts';
import { postKey } from '../../../core/identity/post-key.ts';
import { canonicalUrl } from '../../../core/url.ts';
import { fc } from '../../property.ts';
import { draftItem } from './draft-item.ts';

const ids = (
  ...drafts: readonly (readonly [guid: string | undefined, title: string, url?: string, text?: string])[]
) =>
  assignIds(drafts.map(([guid, title, url, text]) => ({ guid, item: draftItem(title, url, text) }))).map(
    ({ id }) => id,
  );

describe('ids in one feed', () => {
  it('are the trimmed guids', () =>
    expect(ids(['\n  news_326 ', 'a', 'http://x.vn/1'])).to.deep.equal(['news_326']));

  it('add the link where several posts share a guid', () => {
    const found = ids(['g', 'a', 'http://x.vn/1'], ['g', 'b', 'http://x.vn/2']);
    expect(found).to.deep.equal(['g x.vn/1', 'g x.vn/2']);
  });

  it('add the title where several posts share guid and link, whatever their position', () => {
    const old = [
      ['g', 'a', 'http://x.vn/tin'],
      ['g', 'b', 'http://x.vn/tin'],
    ] as const;
    const [a, b] = ids(...old);
    expect(a).to.match(/^g x\.vn\/tin text:[a-z\d]+$/);
    expect(ids(['g', 'c', 'http://x.vn/tin'], ...old).slice(1)).to.deep.equal([a, b]);
  });

  it('are link, title and text where posts without a guid share a link', () => {
    const link = 'http://x.vn/thong-bao';
    const [a, b] = ids([undefined, 'Thông báo', link, 'một'], [undefined, 'Thông báo', link, 'hai']);
    expect(a).to.match(/^x\.vn\/thong-bao text:[a-z\d]+$/);
    expect(b)
      .to.match(/^x\.vn\/thong-bao text:[a-z\d]+$/)
      .and.not.equal(a);
  });

  it('are the guid or link without session ids', () => {
    expect(ids(['http://x.vn/?PHPSESSID=a1&p=1', 'a'])).to.deep.equal(['http://x.vn/?p=1']);
    expect(ids(['http://x.vn/1;jsessionid=A1?p=1', 'a'])).to.deep.equal(['http://x.vn/1?p=1']);
    expect(ids([undefined, 'a', 'http://x.vn/1?sid=c0ffee12c0ffee12'])).to.deep.equal(['x.vn/1']);
  });

  it('are never the link to the front page, which identifies no post', () => {
    expect(ids([undefined, 'a', 'http://x.vn/'])[0]).to.match(/^text:/);
    expect(ids([undefined, 'a', 'http://x.vn/?p=1'])).to.deep.equal(['x.vn?p=1']);
  });

  it('are unique, and all posts are returned', () => {
    const few = (...values: string[]) => fc.constantFrom(...values);
    const draft = fc.tuple(
      few(
        '',
        ' g ',
        'h',
        'http://x.vn/1',
        'https://x.vn/1',
        'http://',
        'http://http://x.vn/1',
        'g x.vn/1',
        'g x.vn/2',
      ),
      few('a', 'b', ''),
      few('', 'http://x.vn/1', 'http://x.vn/1/', 'http://x.vn/2', 'http://x.vn/'),
      few('', 'text', 'more'),
    );
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const found = assignIds(
          drafts.map(([guid, title, url, text]) => ({ guid, item: draftItem(title, url, text) })),
        );
        expect(new Set(found.map((item) => postKey(item, 's')))).to.have.property('size', found.length);
        const printed = ({ title, url = '' }: { title?: string; url?: string }) =>
          `${title} ${canonicalUrl(url).replace('x.vn', '')}`;
        expect(new Set(found.map(printed))).to.deep.equal(
          new Set(drafts.map(([, title, url]) => printed({ title, url }))),
        );
      }),
    );
  });

  it('are told apart from those that look like them with more added', () => {
    const made = ids(['X', 'a'], ['X e.vn/two', 'b'], ['X', 'c', 'http://e.vn/two']);
    expect(made[1]).to.equal('X e.vn/two');
    expect(new Set(made)).to.have.property('size', 3);
    const reversed = ids(['X', 'c', 'http://e.vn/two'], ['X e.vn/two', 'b'], ['X', 'a']);
    expect(reversed.reverse()).to.deep.equal(made);
  });

  it('are assigned once to a post that the feed repeats', () => {
    expect(ids(['g', 'a', 'http://x.vn/1'], ['g', 'a', 'http://x.vn/1'])).to.deep.equal(['g']);
    expect(ids([undefined, 'a', 'http://x.vn/1'], [undefined, 'a', 'https://www.x.vn/1/'])).to.have.length(1);
    expect(ids(['http://x.vn/?p=1', 'a'], ['http://x.vn/?p=1', 'a'])).to.deep.equal(['http://x.vn/?p=1']);
  });

  it('are the link, else a hash of the text, where there is no guid', () => {
    expect(ids([undefined, 'a', 'https://www.x.vn/1/?utm_source=z#top'])).to.deep.equal(['x.vn/1']);
    const [first, second] = ids([undefined, 'a', undefined, 'text'], ['', 'a', undefined, 'other text']);
    expect(first).to.match(/^text:[a-z\d]+$/);
    expect(first).not.to.equal(second);
    expect(ids([undefined, 'a', undefined, 'text'])).to.deep.equal([first]);
  });
});
