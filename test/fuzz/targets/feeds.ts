import { FeedError, readFeed } from '../../../core/index.ts';
import { testFiles } from '../fixtures.ts';
import { checkPublished } from '../published.ts';
import { shapeOf, type Target } from '../target.ts';

/** `readFeed`, with the bytes of any format. */
export const feeds: Target = {
  name: 'feeds',
  seeds: async () => [
    ...(await testFiles('fixtures', /\.(?:xml|json)$/)),
    ...(await testFiles('conformance', /\/(?:atom|rss|json)\/[^.]*\.(?:xml|json)$/)),
  ],
  dictionary: [
    ...[
      '<item>',
      '</item>',
      '<entry xmlns="http://www.w3.org/2005/Atom">',
      '<title type="html">',
      '<guid>',
      '<link>',
    ],
    ...[
      '<content:encoded>',
      '<description>',
      '<media:group>',
      '<media:content url="/a.jpg" width="5" type="image/png">',
    ],
    ...[
      '<enclosure url="a.pdf" type="',
      '<pubDate>',
      '<dc:creator>',
      'a@b.vn (',
      '<category>',
      'xml:base="http://b.vn/"',
    ],
    ...[
      '<?xml version="1.0" encoding="windows-1258"?>',
      'encoding="utf-16"',
      '<a href="/b.doc">',
      '<img src=/c.png>',
    ],
    ...[
      'Số: 12/QĐ-TCT',
      'Tin, ảnh: ',
      'content_text',
      'content_html',
      'attachments',
      '_tct',
      'mime_type',
      'date_published',
    ],
    ...[
      'rendered',
      'contentFields',
      'totalCount',
      'items',
      'precision',
      'document',
      'schools',
      'authors',
      'tags',
      'image',
    ],
  ],
  async run(input) {
    try {
      const feed = await readFeed(input, { url: 'http://truong.example/tin/feed.xml' });
      await checkPublished(feed);
      return shapeOf(feed);
    } catch (error) {
      if (error instanceof FeedError) return error.code;
      throw error;
    }
  },
};
