import { rss, table } from './fields/table.ts';

const whole = rss('<title>T</title><item><title>a</title><link>http://a.vn/1</link></item>');

describe('what can be saved of malformed XML', () => {
  table(
    ({ title, items }) => [title, ...items.map(({ title, url }) => [title, url].filter(Boolean).join(' '))],
    [
      ['white space before the prolog', `\n\n  <?xml version="1.0"?>\n${whole}`, ['T', 'a http://a.vn/1']],
      [
        'words before the prolog',
        `Notice: x in /a.php\n<?xml version="1.0"?>${whole}`,
        ['T', 'a http://a.vn/1'],
      ],
      ['two prologs', `<?xml version="1.0"?><?xml version="1.0"?>${whole}`, ['T', 'a http://a.vn/1']],
      ['a version that is not', `<?xml version="2.0" encoding="utf-8"?>${whole}`, ['T', 'a http://a.vn/1']],
      [
        'a style sheet',
        `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${whole}`,
        ['T', 'a http://a.vn/1'],
      ],
      ['words behind the root', `${whole} x <b>y`, ['T', 'a http://a.vn/1']],
      [
        'a counter behind the root',
        `${whole}<script>count()</script><!-- 0.1 s -->`,
        ['T', 'a http://a.vn/1'],
      ],
      ['an end that is missing', whole.replace('</channel></rss>', ''), ['T', 'a http://a.vn/1']],
      [
        'an item’s end that is missing',
        rss('<title>T</title><item><title>a</title><item><title>b</title>'),
        ['T', 'a', 'b'],
      ],
      [
        'a title’s end that is missing',
        rss('<title>T</title><item><title>a<link>http://a.vn/1</link></item>'),
        ['T', 'a http://a.vn/1'],
      ],
      [
        'ends that cross',
        rss('<title>T</title><item><title>a</title><x><b>c</x></b></item><item><title>b</title></item>'),
        ['T', 'a', 'b'],
      ],
      [
        'ends that nothing began',
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
      [
        'a prefix that nobody declared',
        rss('<title>T</title><item><x:y>b</x:y><title>a</title></item>'),
        ['T', 'a'],
      ],
      [
        'names of HTML that nobody declared',
        rss('<title>T&nbsp;U</title><item><title>a&hellip;</title></item>'),
        ['T U', 'a…'],
      ],
    ],
  );
});
