import { expect } from 'chai';
import { isHubFeed } from '../../../core/model/is-feed.ts';

const item = {
  id: 'nb:1',
  content_text: 'Sáng 20/11.\nNhà trường khai giảng.',
  title: 'Khai giảng',
  date_published: '2026-11-20T08:00:00+07:00',
  attachments: [{ url: 'https://truong.example/a.pdf', mime_type: 'application/pdf', size_in_bytes: 10 }],
  _tct: { school: 'nb', precision: 'day', views: 3, document: { number: '1/KH', issued: '2026-11-20' } },
};
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tin của cụm',
  items: [item],
  _tct: { schools: { nb: { name: 'Trường Ninh Bình', home: 'https://truong.example/' } } },
};

describe('a hub’s feed', () => {
  it('is recognised', () => {
    expect(isHubFeed(feed)).to.equal(true);
    expect(isHubFeed({ version: feed.version, title: 'Trống', items: [] })).to.equal(true);
  });

  it('has no fields but those of the model, none of them missing or twice', () => {
    const { title: _, ...untitled } = feed;
    for (const other of [
      null,
      [feed],
      untitled,
      { ...feed, version: 'https://jsonfeed.org/version/1' },
      { ...feed, other: 1 },
      { ...feed, home_page_url: undefined },
      JSON.parse(JSON.stringify(feed).replace('{', '{"__proto__":{},')),
      { ...feed, items: [item, item] },
      { ...feed, _tct: { schools: { toString: { name: 'Trường' } } } },
    ])
      expect(isHubFeed(other), JSON.stringify(other)).to.equal(false);
  });

  it('has values in the model’s forms only', () => {
    for (const wrong of [
      { id: 7 },
      { title: ' Khai giảng' },
      { title: '' },
      { url: 'javascript:alert(1)' },
      { date_published: '2026-11-20' },
      { content_text: 'a  b' },
      { tags: [] },
      { authors: [{ url: 'https://truong.example/' }] },
      { attachments: [{ ...item.attachments[0], size_in_bytes: 0 }] },
      { attachments: [{ ...item.attachments[0], size_in_bytes: '10' }] },
      { attachments: {} },
      { _tct: { precision: 'second' } },
      { _tct: { views: Infinity } },
      { _tct: { document: { status: 'old' } } },
    ])
      expect(isHubFeed({ ...feed, items: [{ ...item, ...wrong }] }), JSON.stringify(wrong)).to.equal(false);
  });
});
