import { atom, DC, entry, item, itemTable, json, jsonItem, rdf, rss, table } from './table.ts';

describe('languages of feeds', () => {
  table(
    ({ language }) => language,
    [
      ['RSS', rss('<language>vi</language>'), 'vi'],
      ['RSS, the root’s', rss('<title>T</title>', 'xml:lang="vi"'), 'vi'],
      ['RSS, the channel’s', '<rss><channel xml:lang="vi"><title>T</title></channel></rss>', 'vi'],
      ['RSS, its own before the root’s', rss('<language>vi</language>', 'xml:lang="en"'), 'vi'],
      ['Dublin Core', rdf('<channel><dc:language>vi</dc:language></channel>', DC), 'vi'],
      ['Atom', atom('<title>T</title>', 'xml:lang="vi"'), 'vi'],
      ['Atom, an empty one', atom('<title>T</title>', 'xml:lang=""'), undefined],
      ['Atom, not its title’s', atom('<title xml:lang="vi">T</title>'), undefined],
      ['an underscore', rss('<language>vi_VN</language>'), 'vi-VN'],
      ['JSON Feed', json({ language: 'vi' }), 'vi'],
    ],
  );
});

describe('languages of posts', () => {
  itemTable(
    ({ language }) => language,
    [
      ['RSS', item('<title>a</title><language>en</language>'), 'en'],
      ['Dublin Core', item('<title>a</title><dc:language>en</dc:language>', DC), 'en'],
      ['Atom', atom('<entry xml:lang="en"><title>a</title></entry>', 'xml:lang="vi"'), 'en'],
      ['Atom, the feed’s stands with the feed', entry('<title>a</title>', 'xml:lang="vi"'), undefined],
      ['JSON Feed', jsonItem({ title: 'a', language: 'en' }), 'en'],
    ],
  );
});
