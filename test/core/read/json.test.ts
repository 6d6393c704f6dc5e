import { expect } from 'chai';
import { faults } from '../feed-faults.ts';
import { feedOf } from './read.ts';

const json = (head: object, ...items: unknown[]) =>
  feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', ...head, items }));
const item = async (value: unknown) => (await json({}, value)).items[0]!;

describe('JSON Feed', () => {
  it('reads every field of the feed', async () => {
    const head = {
      home_page_url: 'http://a.vn/',
      feed_url: 'http://a.vn/feed.json',
      description: 'D',
      next_url: 'http://a.vn/feed.json?p=2',
      icon: 'http://a.vn/512.png',
      favicon: 'http://a.vn/64.png',
      authors: [{ name: 'Lan', url: 'http://a.vn/lan' }],
      language: 'vi',
      expired: true,
    };
    expect(await json({ ...head, user_comment: 'x', hubs: [{ type: 'y', url: 'z' }] })).to.deep.equal({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [],
      ...head,
    });
  });

  it('reads every field of an item', async () => {
    const allFields = {
      id: '1',
      url: 'http://a.vn/1',
      external_url: 'http://b.vn/1',
      title: 'a',
      summary: 'b',
      content_text: 'c\nd',
      image: 'http://a.vn/i.jpg',
      banner_image: 'http://a.vn/b.jpg',
      date_published: '2026-01-02T03:04:05+07:00',
      date_modified: '2026-01-03T03:04:05+07:00',
      authors: [{ name: 'Lan' }],
      tags: ['x'],
      language: 'vi',
      attachments: [
        {
          url: 'http://a.vn/f.mp3',
          mime_type: 'audio/mpeg',
          title: 'F',
          size_in_bytes: 5,
          duration_in_seconds: 6,
        },
      ],
    };
    const found = await item({ ...allFields, avatar: 'x', _other: {} });
    expect(found).to.deep.include(allFields);
  });

  it('converts HTML and leaves plain text as it is', async () => {
    expect((await item({ id: '1', content_html: '<p>a &lt; b</p><p>c</p>' })).content_text).to.equal(
      'a < b\nc',
    );
    expect((await item({ id: '1', content_text: '<p>a &lt; b</p>' })).content_text).to.equal(
      '<p>a &lt; b</p>',
    );
  });

  it('does not treat a title as HTML', async () => {
    expect((await item({ id: '1', content_html: 'x', title: 'a &amp; <b>' })).title).to.equal('a &amp; <b>');
  });

  it('accepts a number as id, also zero', async () => {
    expect(await item({ id: 0, content_text: 'a' })).to.include({ id: '0' });
    expect(await item({ id: 326, content_html: 'a' })).to.include({ id: '326' });
  });

  it('ignores an id of another type', async () => {
    for (const id of [{}, [], true, null])
      expect((await item({ id, url: 'http://a.vn/1', content_text: 'a' })).id, JSON.stringify(id)).to.equal(
        'a.vn/1',
      );
  });

  it('ignores an object as id, even one without a usable toString', async () => {
    const found = await item({ id: { toString: 1, valueOf: 1 }, url: 'http://a.vn/1', content_text: 'a' });
    expect(found.id).to.equal('a.vn/1');
  });

  it('makes the ids of posts with one id different', async () => {
    const feed = await json(
      {},
      { id: '1', content_text: 'a', url: 'http://a.vn/1' },
      { id: '1', content_text: 'b', url: 'http://a.vn/2' },
    );
    expect(faults(feed)).to.deep.equal([]);
    expect(feed.items).to.have.length(2);
  });

  it('uses the link as the id of a post without one', async () => {
    expect(await item({ content_text: 'a', url: 'https://www.a.vn/1/' })).to.include({ id: 'a.vn/1' });
  });

  it('converts dates to Vietnam’s time', async () => {
    expect(
      await item({ id: '1', content_text: 'a', date_published: '2026-01-01T20:00:00-05:00' }),
    ).to.include({ date_published: '2026-01-02T08:00:00+07:00' });
  });

  it('reads a date without a time as a day', async () => {
    expect(await item({ id: '1', content_text: 'a', date_published: '2026-01-02' })).to.deep.include({
      date_published: '2026-01-02T00:00:00+07:00',
      _tct: { precision: 'day' },
    });
  });

  it('ignores impossible dates in the model’s format', async () => {
    expect(
      await item({ id: '1', content_text: 'a', date_published: '2026-99-99T99:99:99+07:00' }),
    ).to.not.have.property('date_published');
  });

  it('resolves relative URLs', async () => {
    expect(
      await item({
        id: '1',
        content_text: 'a',
        url: '/1',
        image: 'i.jpg',
        attachments: [{ url: '../f.pdf', mime_type: 'application/pdf' }],
      }),
    ).to.deep.include({
      url: 'http://truong.example/1',
      image: 'http://truong.example/tin/i.jpg',
      attachments: [{ url: 'http://truong.example/f.pdf', mime_type: 'application/pdf' }],
    });
  });

  it('drops only the tags of another type', async () => {
    expect((await item({ id: '1', content_text: 'a', tags: ['x', 5, null, ' ', 'y'] })).tags).to.deep.equal([
      'x',
      'y',
    ]);
  });

  it('takes the type of an attachment from its URL if it has none', async () => {
    expect(
      (await item({ id: '1', content_text: 'a', attachments: [{ url: 'http://a.vn/f.pdf' }] })).attachments,
    ).to.deep.equal([{ url: 'http://a.vn/f.pdf', mime_type: 'application/pdf' }]);
  });

  it('reads a feed without items as empty', async () => {
    expect((await json({})).items).to.deep.equal([]);
    expect((await feedOf('{"version":"https://jsonfeed.org/version/1","title":"T"}')).items).to.deep.equal(
      [],
    );
  });

  it('accepts a byte order mark', async () => {
    expect(
      (
        await feedOf(
          `\ufeff${JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'T', items: [] })}`,
        )
      ).title,
    ).to.equal('T');
    expect(
      (
        await feedOf(
          new TextEncoder().encode('\ufeff \n{"version":"https://jsonfeed.org/version/1","title":"T"}'),
        )
      ).title,
    ).to.equal('T');
  });

  it('uses the host if the title is blank', async () => {
    expect((await json({ title: ' ' })).title).to.equal('truong.example');
  });
});

// A widget may show any JSON Feed: a feed that looks like a hub’s file may not be one.
describe('JSON Feed in the model’s shape', () => {
  const sound = async (value: object) => faults(await json({}, { id: '1', content_text: 'a', ...value }));

  it('composes text', async () => {
    expect(await sound({ title: 'Tie\u0302\u0301ng' })).to.deep.equal([]);
  });
  it('drops control characters', async () => {
    expect(await sound({ title: 'a\0b', summary: 'a\x08', content_text: 'c\x0b' })).to.deep.equal([]);
  });
  it('makes a title one line', async () => {
    expect((await item({ id: '1', content_text: 'a', title: 'a\n b' })).title).to.equal('a b');
  });
  it('cuts a summary to 600 characters', async () => {
    expect(await sound({ summary: 'chữ '.repeat(300) })).to.deep.equal([]);
  });
  it('makes a summary one line', async () => {
    expect(await sound({ summary: 'a\nb' })).to.deep.equal([]);
  });
  it('cuts text to 2,000 characters', async () => {
    expect(await sound({ content_text: 'chữ '.repeat(1000) })).to.deep.equal([]);
  });
  it('makes ids unique', async () => {
    expect(
      faults(await json({}, { id: '1', content_text: 'a' }, { id: '1', content_text: 'b' })),
    ).to.deep.equal([]);
  });
  it('makes names, tags and titles of files one line without control characters', async () => {
    expect(
      await sound({
        authors: [{ name: 'a\0b' }],
        tags: ['x\0'],
        language: 'vi\0',
        attachments: [{ url: 'http://a.vn/f', mime_type: 'a/b', title: 'x\0' }],
        _tct: { document: { number: '1\0', type: 'x\x01' } },
      }),
    ).to.deep.equal([]);
  });
  it('drops facts of a document in another format than the model’s', async () => {
    const { _tct } = await item({
      id: '1',
      content_text: 'a',
      _tct: { document: { number: '1/QĐ', issued: 'hôm qua', status: 'maybe' } },
    });
    expect(_tct?.document).to.deep.equal({ number: '1/QĐ' });
  });
  it('drops numbers that are not counts', async () => {
    const found = await item({
      id: '1',
      content_text: 'a',
      attachments: [
        { url: 'http://a.vn/f', mime_type: 'a/b', size_in_bytes: -1, _tct: { width: 'x', height: 0 } },
      ],
      _tct: { views: -3 },
    });
    expect(found.attachments).to.deep.equal([{ url: 'http://a.vn/f', mime_type: 'a/b' }]);
    expect(found).to.not.have.property('_tct');
  });
  it('drops homes of schools that are not http(s) URLs', async () => {
    const feed = await json({ _tct: { schools: { nb: { name: 'Ninh Bình', home: 'javascript:1' }, x: 5 } } });
    expect(feed._tct).to.deep.equal({ schools: { nb: { name: 'Ninh Bình' }, x: { name: 'x' } } });
  });
  it('drops an item without content', async () => {
    expect((await json({}, { id: '1', content_text: 'a' }, {}, null, 5)).items).to.have.length(1);
  });
});

describe('WordPress REST', () => {
  const post = (more: object) => ({
    id: 7,
    type: 'post',
    link: 'http://a.vn/bai',
    guid: { rendered: 'http://a.vn/?p=7' },
    title: { rendered: 'Dạy &#038; học &#8211; <em>tốt</em>' },
    content: { rendered: '<p>Nội dung</p>', protected: false },
    excerpt: { rendered: '<p>Tóm tắt</p>', protected: false },
    date: '2026-01-02T10:00:00',
    date_gmt: '2026-01-02T03:00:00',
    ...more,
  });
  const read = async (more: object) => (await feedOf(JSON.stringify([post(more)]))).items[0]!;

  it('reads a post', async () => {
    expect(await read({})).to.deep.equal({
      id: 'http://a.vn/?p=7',
      url: 'http://a.vn/bai',
      title: 'Dạy & học – tốt',
      summary: 'Tóm tắt',
      content_text: 'Nội dung',
      date_published: '2026-01-02T10:00:00+07:00',
      _tct: { precision: 'minute' },
    });
  });

  it('reads a single post as a feed of one', async () => {
    expect((await feedOf(JSON.stringify(post({})))).items).to.have.length(1);
  });

  it('prefers date_gmt to date, whose zone is unknown', async () => {
    expect(await read({ date: '2026-01-02T03:00:00' })).to.include({
      date_published: '2026-01-02T10:00:00+07:00',
    });
    expect(await read({ date_gmt: '0000-00-00T00:00:00' })).to.include({
      date_published: '2026-01-02T10:00:00+07:00',
    });
  });

  it('reads no text of a protected post', async () => {
    const form = '<form><input type="password"></form>';
    const found = await read({
      content: { rendered: form, protected: true },
      excerpt: { rendered: '<p>bí mật</p>', protected: true },
    });
    expect(found).to.include({ content_text: '' });
    expect(found).to.not.have.property('summary');
  });

  it('ignores embedded objects that are not accessible', async () => {
    const found = await read({
      featured_media: 0,
      _embedded: {
        author: [{ code: 'rest_user_invalid_id', message: 'ID không hợp lệ.' }],
        'wp:featuredmedia': [{ code: 'rest_forbidden', message: 'Xin lỗi', data: { status: 401 } }],
        'wp:term': [[{ name: 'Tin &amp; bài' }], [], null],
      },
    });
    expect(found).to.not.have.any.keys('authors', 'image', 'attachments');
    expect(found.tags).to.deep.equal(['Tin & bài']);
  });

  it('ignores values of the wrong type', async () => {
    expect(
      await read({
        title: 5,
        content: null,
        _embedded: { author: 'x', 'wp:term': {} },
        views: { toString: 1 },
      }),
    ).to.include({ url: 'http://a.vn/bai' });
  });

  it('reads an empty list as an empty feed', async () => {
    expect((await feedOf('[]')).items).to.deep.equal([]);
  });
});

describe('Liferay headless delivery', () => {
  const page = (...items: unknown[]) =>
    feedOf(JSON.stringify({ items, lastPage: 1, page: 1, pageSize: 20, totalCount: items.length }));

  it('reads documents', async () => {
    expect(
      (
        await page({
          id: 5,
          title: 'QĐ 123.pdf',
          description: 'Quyết định',
          contentUrl: '/documents/1/2/qd.pdf/uuid?version=1.0&download=true',
          encodingFormat: 'application/pdf',
          fileExtension: 'pdf',
          sizeInBytes: 1234,
          dateCreated: '2026-01-02T03:04:05Z',
          dateModified: '2026-01-03T03:04:05Z',
        })
      ).items[0],
    ).to.deep.include({
      id: '5',
      title: 'QĐ 123.pdf',
      content_text: 'Quyết định',
      date_published: '2026-01-02T10:04:05+07:00',
      date_modified: '2026-01-03T10:04:05+07:00',
      attachments: [
        {
          url: 'http://truong.example/documents/1/2/qd.pdf/uuid?version=1.0&download=true',
          mime_type: 'application/pdf',
          title: 'QĐ 123.pdf',
          size_in_bytes: 1234,
        },
      ],
    });
  });

  it('reads an empty page as an empty feed', async () => {
    expect((await page()).items).to.deep.equal([]);
  });

  it('ignores fields that are nested too deeply', async () => {
    const deep = `{"totalCount":1,"items":[{"title":"a","contentFields":${'[{"nestedContentFields":'.repeat(2e4)}[]${'}]'.repeat(2e4)}}]}`;
    expect((await feedOf(deep)).items[0]).to.include({ title: 'a' });
  });

  it('ignores an object as id, even one without a usable toString', async () => {
    expect((await page({ id: { toString: 1 }, title: 'a' })).items[0]).to.include({ title: 'a' });
  });
});
