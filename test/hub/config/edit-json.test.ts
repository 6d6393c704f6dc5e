import { expect } from 'chai';
import { createScanner, parse } from 'jsonc-parser';
import { appendItem, changeValue, removeAt, setField, valueAt } from '../../../hub/config/edit-json.ts';
import { fc, propertyRuns } from '../../property.ts';

const read = (text: string): unknown => {
  const errors: never[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  expect(errors, text).to.deep.equal([]);
  return value;
};

describe('editing JSON in place', () => {
  it('changes the line of a field, and nothing else', () => {
    const text = '{\n\t// Tên\n\t"a" : 1 , // một\n\n\t"b": [1,2 ,3], /* b */\n}\n';
    expect(setField(text, ['a'], 'x')).to.equal(text.replace('1 ,', '"x" ,'));
    expect(setField(text, ['b', 1], 5)).to.equal(text.replace('2 ', '5 '));
    expect(setField(text, ['b'], [1, 2, 3])).to.equal(text);
  });

  it('adds a field like those that are there', () => {
    const cases: [text: string, added: string][] = [
      ['{}', '{\n  "n": 1\n}'],
      ['{ "a": 1 }', '{ "a": 1, "n": 1 }'],
      ['{\n  "a": 1\n}', '{\n  "a": 1,\n  "n": 1\n}'],
      ['{\r\n\t"a": 1,\r\n}', '{\r\n\t"a": 1,\r\n\t"n": 1,\r\n}'],
      ['{\n  "a": 1 // một\n}', '{\n  "a": 1, // một\n  "n": 1\n}'],
      ['{\n  "a": 1, // một\n}', '{\n  "a": 1, // một\n  "n": 1,\n}'],
      ['{\n  "a": 1\n  // cuối\n}', '{\n  "a": 1,\n  "n": 1\n  // cuối\n}'],
      ['{\n  // trống\n}', '{\n  // trống\n  "n": 1\n}'],
      ['{ "a": 1 // một\n}', '{ "a": 1, // một\n"n": 1\n}'],
      ['{\n  "a": 1 /* một\n  hai */\n}', '{\n  "a": 1,\n  "n": 1 /* một\n  hai */\n}'],
      ['{\n  "a": 1\n  , "b": 2 }', '{\n  "a": 1\n  , "b": 2, "n": 1 }'],
    ];
    for (const [text, added] of cases) {
      expect(setField(text, ['n'], 1)).to.equal(added);
      read(added);
    }
  });

  it('adds a field behind another one, or below its commented-out example', () => {
    expect(setField('{\n  "a": 1, // a\n  "b": 2\n}', ['n'], 1, 'a')).to.equal(
      '{\n  "a": 1, // a\n  "n": 1,\n  "b": 2\n}',
    );
    const example = '{\n  "a": 1,\n  // Thư.\n  // "n": 0,\n  "b": 2\n}';
    expect(setField(example, ['n'], 1, 'b')).to.equal(
      '{\n  "a": 1,\n  // Thư.\n  // "n": 0,\n  "n": 1,\n  "b": 2\n}',
    );
    for (const text of [
      '{ /*\n  // "n": 0\n */ "b": 2 }',
      '{ "b": {\n  // "n": 0\n } }',
      '{ "b": 1\n  // "n": 0\n }',
    ])
      expect(read(setField(text, ['n'], 1))).to.deep.include({ n: 1 });
  });

  it('removes an entry with what is noted behind it, and keeps the notes around', () => {
    const cases: [text: string, path: (string | number)[], removed: string][] = [
      ['{ "a": 1, "b": 2 }', ['a'], '{ "b": 2 }'],
      ['{ "a": 1, "b": 2 }', ['b'], '{ "a": 1 }'],
      ['{ "a": 1 }', ['a'], '{ }'],
      ['{\n  "a": 1, // a\n  // về b\n  "b": 2 // b\n}\n', ['b'], '{\n  "a": 1 // a\n  // về b\n}\n'],
      ['{\n  "a": 1, // a\n  // về b\n  "b": 2, // b\n}\n', ['a'], '{\n  // về b\n  "b": 2, // b\n}\n'],
      ['{\n  "a": 1,\n  "b": 2, "c": 3\n}', ['b'], '{\n  "a": 1,\n  "c": 3\n}'],
      ['[1, /* hai */ 2, 3]', [1], '[1, /* hai */ 3]'],
      ['[1, 2, 3,]', [2], '[1, 2,]'],
      ['[\r\n  1,\r\n  2\r\n]', [0], '[\r\n  2\r\n]'],
      ['[\r\n  1\r\n  , 2\r\n]', [1], '[\r\n  1\r\n  \r\n]'],
    ];
    for (const [text, path, removed] of cases) {
      expect(removeAt(text, path)).to.equal(removed);
      read(removed);
    }
    expect(removeAt('{ "a": 1 }', ['b', 0])).to.equal('{ "a": 1 }');
  });

  it('breaks only what is long into lines', () => {
    const school = {
      id: 'a',
      name: 'Trường '.repeat(8),
      home: 'https://a.example/',
      news: ['https://a.example/rss/1.xml', 'https://a.example/rss/2.xml'],
    };
    expect(
      appendItem('{\n    "schools": [\n        { "id": "b" }\n    ]\n}', ['schools'], school),
    ).to.equal(`{
    "schools": [
        { "id": "b" },
        {
            "id": "a",
            "name": "${school.name}",
            "home": "https://a.example/",
            "news": ["https://a.example/rss/1.xml", "https://a.example/rss/2.xml"]
        }
    ]
}`);
    expect(appendItem('{ "schools": [] }', ['schools'], { id: 'a' })).to.equal(
      '{ "schools": [\n  { "id": "a" }\n] }',
    );
  });

  it('changes in objects and lists only what is different', () => {
    const text = `{
  "news": [
    "https://a.example/1", // một
    { "url": "https://a.example/2", "every": 30 }, // hai
    "https://a.example/3" // ba
  ]
}`;
    const change = (wanted: unknown) => changeValue(text, ['news'], wanted);
    const [first, second, third] = [
      'https://a.example/1',
      { url: 'https://a.example/2', every: 30 },
      'https://a.example/3',
    ];
    expect(change([first, { ...second, active: false }, third])).to.equal(
      text.replace('30 }', '30, "active": false }'),
    );
    expect(change([first, third])).to.equal(text.replace(/\n.*hai/, ''));
    expect(change([first, { ...second, every: undefined }, third])).to.equal(
      text.replace(', "every": 30', ''),
    );
    expect(change([{ url: first, every: 9 }, second, third])).to.equal(
      text.replace('"https://a.example/1"', '{ "url": "https://a.example/1", "every": 9 }'),
    );
    expect(change([first, second, third, 'https://a.example/4'])).to.equal(
      text.replace('3" // ba', '3", // ba\n    "https://a.example/4"'),
    );
    expect(read(change([third, first]))).to.deep.equal({ news: [third, first] });
    expect(read(change('https://a.example/1'))).to.deep.equal({ news: first });
  });

  // Texts as people write them: comments, blank lines, trailing commas and line breaks anywhere.
  const trivia = fc
    .array(fc.constantFrom(' ', '\n', '\t', '\n  ', ' /* c */ ', ' // c\n', '/* c\n d */'), { maxLength: 2 })
    .map((parts) => parts.join(''));
  const key = fc.constantFrom('a', 'b', 'c', 'url');
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  /** Writes a value with trivia from an endless sequence. */
  function write(value: unknown, next: () => string, trailing: boolean): string {
    const list = (open: string, entries: string[], close: string) =>
      `${open}${entries.map((entry) => next() + entry + next()).join(',')}${trailing && entries.length ? `,${next()}` : next()}${close}`;
    if (Array.isArray(value))
      return list(
        '[',
        value.map((item) => write(item, next, trailing)),
        ']',
      );
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    return list(
      '{',
      Object.entries(value).map(
        ([name, field]) => `${JSON.stringify(name)}${next()}:${next()}${write(field, next, trailing)}`,
      ),
      '}',
    );
  }
  const text = (object: unknown) =>
    fc.tuple(fc.array(trivia, { minLength: 1, maxLength: 12 }), fc.boolean()).map(([parts, trailing]) => {
      let count = 0;
      return write(object, () => parts[count++ % parts.length]!, trailing);
    });
  const object = fc.dictionary(key, value, { minKeys: 1, noNullPrototype: true });
  const comments = (text: string) => {
    const scanner = createScanner(text);
    const found: string[] = [];
    for (let kind = scanner.scan(); kind !== 17; kind = scanner.scan())
      if (kind === 12 || kind === 13)
        found.push(text.substr(scanner.getTokenOffset(), scanner.getTokenLength()).trim());
    return found;
  };
  const pair = object.chain((given) => fc.tuple(fc.constant(given), text(given), fc.oneof(object, value)));

  const check = (test: (values: [given: object, text: string, wanted: unknown]) => void) =>
    fc.assert(fc.property(pair, test), { numRuns: propertyRuns(3000), includeErrorInReport: true });

  it('any change gives the value that was wanted', () =>
    check(([, text, wanted]) => {
      expect(valueAt(changeValue(text, [], wanted), [])).to.deep.equal(wanted);
      read(changeValue(text, [], wanted));
    }));

  it('adding a field loses no comment', () =>
    check(([given, text, wanted]) => {
      const changed = setField(text, ['new'], wanted);
      expect(read(changed)).to.deep.equal(
        read(text.replace(/^\{/, () => `{"new":${JSON.stringify(wanted)},`)),
      );
      expect(comments(changed)).to.deep.equal(comments(text));
      expect(Object.keys(given).length).to.be.greaterThan(0);
    }));

  it('removing a field leaves the others, and the comments but those behind it', () =>
    check(([given, text]) => {
      const [name] = Object.keys(given);
      const changed = removeAt(text, [name!]);
      const left = Object.entries(given).filter(([each]) => each !== name);
      expect(valueAt(changed, [])).to.deep.equal(Object.fromEntries(left));
      read(changed);
      const remaining = comments(text);
      for (const comment of comments(changed)) expect(remaining).to.include(comment);
    }));
});
