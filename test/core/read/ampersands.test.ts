import { base64, entry, entry03, item, itemTable, XHTML } from './fields/table.ts';

/** A title as written, and as it should be read. */
type Written = [inner: string, title: string];

const HTML: Written[] = [
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&amp;amp;', '&'],
  ['&#38;amp;', '&'],
  ['&#x26;amp;', '&'],
  ['&amp;#38;', '&'],
  ['&amp;#x26;', '&'],
  ['&#38;#38;', '&'],
  ['&amp;lt;', '<'],
  ['&amp;amp;lt;', '&lt;'],
  ['&lt;b>&amp;amp;&lt;/b>', '&'],
  ['&lt;b>&amp;#38;&lt;/b>', '&'],
  ['<![CDATA[&]]>', '&'],
  ['<![CDATA[&amp;]]>', '&'],
  ['<![CDATA[&#38;]]>', '&'],
  ['<![CDATA[&#x26;]]>', '&'],
  ['<![CDATA[<b>&amp;</b>]]>', '&'],
  ['<![CDATA[&lt;]]>', '<'],
  ['<![CDATA[&amp;lt;]]>', '&lt;'],
];
const IN_THE_OPEN: Written[] = [
  ['&amp;', '&'],
  [`<div ${XHTML}>&amp;</div>`, '&'],
  [`<div ${XHTML}>&#38;</div>`, '&'],
  [`<div ${XHTML}>&#x26;</div>`, '&'],
  [`<div ${XHTML}><b>&amp;</b></div>`, '&'],
  [`<b ${XHTML}>&amp;</b>`, '&'],
  [`<div ${XHTML}>&amp;amp;</div>`, '&amp;'],
  [`<div ${XHTML}>&lt;</div>`, '<'],
  [`<div ${XHTML}><![CDATA[&]]></div>`, '&'],
  [`<div ${XHTML}><![CDATA[&amp;]]></div>`, '&amp;'],
];
const TEXT: Written[] = [
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&amp;amp;', '&amp;'],
  ['<![CDATA[&]]>', '&'],
  ['<![CDATA[&amp;]]>', '&amp;'],
  ['&lt;b>', '<b>'],
];
/** RSS does not define the type of titles: one with references left is read as HTML. */
const GUESSED: Written[] = [
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&amp;amp;', '&'],
  ['&amp;#38;', '&'],
  ['&amp;lt;', '<'],
  ['&lt;b>&amp;amp;&lt;/b>', '&'],
  ['&lt;b>&amp;lt;b>&lt;/b>', '<b>'],
  ['<b>&amp;</b>', '&'],
  ['<![CDATA[&]]>', '&'],
  ['<![CDATA[&amp;]]>', '&'],
];
const BASE64: Written[] = ['&amp;', '&#38;', '<b>&amp;</b>'].map((html) => [base64(html), '&']);

const KINDS: [name: string, feed: (title: string) => string, written: Written[]][] = [
  ...['type="html"', 'type="text/html"'].map((type): (typeof KINDS)[number] => [
    `Atom, ${type}`,
    (title) => entry(`<title ${type}>${title}</title>`),
    HTML,
  ]),
  ['Atom 0.3, escaped', (title) => entry03(`<title type="text/html" mode="escaped">${title}</title>`), HTML],
  ...['type="xhtml"', 'type="application/xhtml+xml"'].map((type): (typeof KINDS)[number] => [
    `Atom, ${type}`,
    (title) => entry(`<title ${type}>${title}</title>`),
    IN_THE_OPEN,
  ]),
  [
    'Atom 0.3, xml',
    (title) => entry03(`<title type="application/xhtml+xml" mode="xml">${title}</title>`),
    IN_THE_OPEN,
  ],
  ...['', 'type="text"', 'type="text/plain"'].map((type): (typeof KINDS)[number] => [
    `Atom, ${type || 'no type'}`,
    (title) => entry(`<title ${type}>${title}</title>`),
    TEXT,
  ]),
  ['Atom 0.3, no type', (title) => entry03(`<title>${title}</title>`), TEXT],
  ['Atom 0.3, text', (title) => entry03(`<title type="text/plain" mode="escaped">${title}</title>`), TEXT],
  ['Atom 0.3, base64', (title) => entry03(`<title type="text/html" mode="base64">${title}</title>`), BASE64],
  ['RSS', (title) => item(`<title>${title}</title>`), GUESSED],
];

describe('ampersands are decoded as often as the format requires', () => {
  for (const [name, feed, written] of KINDS)
    describe(name, () =>
      itemTable(
        ({ title }) => title,
        written.map(([inner, title]) => [inner, feed(inner), title]),
      ),
    );
});
