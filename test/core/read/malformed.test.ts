import { rss, table } from './fields/table.ts';

const complete = rss('<title>T</title><item><title>a</title><link>http://a.vn/1</link></item>');

describe('what can be saved of malformed XML', () => {
  table(
    ({ title, items }) => [title, ...items.map(({ title, url }) => [title, url].filter(Boolean).join(' '))],
    [
      ['white space before the prolog', `\n\n  <?xml version="1.0"?>\n${complete}`, ['T', 'a http://a.vn/1']],
      [
        'text before the prolog',
        `Notice: x in /a.php\n<?xml version="1.0"?>${complete}`,
        ['T', 'a http://a.vn/1'],
      ],
      ['two prologs', `<?xml version="1.0"?><?xml version="1.0"?>${complete}`, ['T', 'a http://a.vn/1']],
      [
        'an unknown version of XML',
        `<?xml version="2.0" encoding="utf-8"?>${complete}`,
        ['T', 'a http://a.vn/1'],
      ],
      [
        'a style sheet',
        `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${complete}`,
        ['T', 'a http://a.vn/1'],
      ],
      ['text after the root', `${complete} x <b>y`, ['T', 'a http://a.vn/1']],
      [
        'a counter after the root',
        `${complete}<script>count()</script><!-- 0.1 s -->`,
        ['T', 'a http://a.vn/1'],
      ],
      ['the end of the feed is missing', complete.replace('</channel></rss>', ''), ['T', 'a http://a.vn/1']],
      [
        'an item is not closed',
        rss('<title>T</title><item><title>a</title><item><title>b</title>'),
        ['T', 'a', 'b'],
      ],
      [
        'a title is not closed',
        rss('<title>T</title><item><title>a<link>http://a.vn/1</link></item>'),
        ['T', 'a http://a.vn/1'],
      ],
      [
        'tags that overlap',
        rss('<title>T</title><item><title>a</title><x><b>c</x></b></item><item><title>b</title></item>'),
        ['T', 'a', 'b'],
      ],
      [
        'end tags without a start',
        rss('<title>T</title></p></item><item></b><title>a</title></item>'),
        ['T', 'a'],
      ],
      [
        'an item in an item',
        rss('<title>T</title><item><title>a</title><item><title>b</title></item></item>'),
        ['T', 'a', 'b'],
      ],
      ['no channel', '<rss><title>T</title><item><title>a</title></item></rss>', ['T', 'a']],
      [
        'two channels',
        '<rss><channel><title>T</title><item><title>a</title></item></channel><channel><title>U</title></channel></rss>',
        ['T', 'a'],
      ],
      [
        'CDATA between items',
        rss('<title>T</title><![CDATA[ x ]]><item><title>a</title></item>'),
        ['T', 'a'],
      ],
      [
        'an instruction in an item',
        rss('<title>T</title><item><?php echo 1 > 0 ?><title>a</title></item>'),
        ['T', 'a'],
      ],
      [
        'bare signs',
        rss('<title>A & B < C</title><item><title>1 > 0 &</title></item>'),
        ['A & B < C', '1 > 0 &'],
      ],
      [
        'a bare sign in an address',
        rss('<title>T</title><item><title>a</title><link>http://a.vn/?a=1&b=2</link></item>'),
        ['T', 'a http://a.vn/?a=1&b=2'],
      ],
      ['control characters', rss('<title>T\x0bU\x1b</title><item><title>\x08a</title></item>'), ['T U', 'a']],
      [
        '> in an attribute',
        rss('<title x="a>b">T</title><item y=\'c>d\'><title>a</title></item>'),
        ['T', 'a'],
      ],
      ['an attribute without a value', rss('<title x>T</title><item y><title>a</title></item>'), ['T', 'a']],
      ['an undeclared prefix', rss('<title>T</title><item><x:y>b</x:y><title>a</title></item>'), ['T', 'a']],
      [
        'HTML’s named references without a declaration',
        rss('<title>T&nbsp;U</title><item><title>a&hellip;</title></item>'),
        ['T U', 'a…'],
      ],
    ],
  );
});
