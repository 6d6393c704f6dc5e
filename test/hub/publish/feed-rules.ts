/**
 * What a feed validator checks: the rules of XML 1.0, RFC 4287 (Atom), RSS 2.0 with the RSS Advisory Board's profile, and
 * Media RSS, as far as a hub's feeds use them. Beyond them: no text may be markup.
 */
import { Parser } from 'htmlparser2';

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const NAMESPACES: Record<string, string> = {
  atom: ATOM,
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};
/** Any characters that XML does not allow, even as references. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const UNKNOWN_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
const IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i;
const HTTP = /^https?:\/\/[^\s<>"{}|\\^`/]+[^\s<>"{}|\\^`]*$/;
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:; ?[ -~]+)?$/;

/** Collects what is wrong. */
class Report {
  readonly problems: string[] = [];

  check(isRight: unknown, problem: string): void {
    if (!isRight) this.problems.push(problem);
  }

  all({ children }: Element, name: string): Element[] {
    return children.filter((child) => child.name === name);
  }

  /** The one child of a name, whose text must not be empty or have space around it. */
  one(parent: Element, name: string, isRequired = true): string | undefined {
    const found = this.all(parent, name);
    this.check(found.length <= 1, `${parent.name} has ${found.length} ${name}`);
    this.check(!isRequired || found.length, `${parent.name} lacks ${name}`);
    if (!found[0]) return undefined;
    const { text } = found[0];
    this.check(
      text && text === text.trim(),
      `${name} is empty or has space around it: ${JSON.stringify(text)}`,
    );
    return text;
  }

  matches(text: string | undefined, pattern: RegExp, what: string): void {
    this.check(text === undefined || pattern.test(text), `${what}: ${JSON.stringify(text)}`);
  }

  only({ name, children }: Element, names: string): void {
    for (const child of children)
      this.check(names.split(' ').includes(child.name), `${name} must not have ${child.name}`);
  }

  unique(values: (string | undefined)[], what: string): void {
    this.check(new Set(values).size === values.length, `${what} is not unique`);
  }
}

/** Parses XML, and reports what is not well-formed. */
function parse(xml: string, report: Report): Element {
  report.matches(xml.slice(0, 40), /^<\?xml version="1\.0" encoding="utf-8"\?>\n</, 'declaration');
  report.check(!FORBIDDEN.test(xml), 'a character that XML does not allow');
  const withoutCdata = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '');
  report.check(!UNKNOWN_REFERENCE.test(withoutCdata), 'a reference that XML does not define');
  report.check(!/<!\[CDATA\[|\]\]>/.test(withoutCdata), 'broken CDATA');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
        const [, prefix] = /^([\w-]+):/.exec(name) ?? [];
        const [top] = root.children;
        report.check(
          !prefix || top!.attributes[`xmlns:${prefix}`] === NAMESPACES[prefix],
          `prefix of ${name} is not declared`,
        );
      },
      ontext(text) {
        open.at(-1)!.text += text;
      },
      onclosetag(name, isImplied) {
        const { children, text } = open.pop()!;
        report.check(!isImplied || !children.length, `${name} is not closed`);
        // Blocks write what they read into their pages as it is.
        report.check(!text.includes('<'), `${name} is markup`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  report.check(root.children.length === 1, `${root.children.length} root elements`);
  return root.children[0] ?? root;
}

function checkMedia(parent: Element, report: Report): void {
  for (const thumbnail of report.all(parent, 'media:thumbnail'))
    report.matches(thumbnail.attributes.url ?? '', HTTP, 'media:thumbnail url');
  for (const content of report.all(parent, 'media:content')) {
    const { url = '', type = '', medium = '', width, height, fileSize } = content.attributes;
    report.matches(url, HTTP, 'media:content url');
    report.matches(type, MEDIA_TYPE, 'media:content type');
    report.matches(medium, /^(?:image|audio|video|document)$/, 'media:content medium');
    for (const number of [width, height, fileSize])
      report.matches(number, /^[1-9]\d*$/, 'media:content number');
    report.only(content, 'media:title media:description media:thumbnail');
    report.one(content, 'media:title', false);
    checkMedia(content, report);
  }
}

function checkLinks(parent: Element, report: Report): Element[] {
  const links = report.all(parent, 'link');
  for (const { attributes } of links) {
    report.matches(attributes.href ?? '', HTTP, 'link href');
    report.matches(attributes.type, MEDIA_TYPE, 'link type');
    report.matches(attributes.length, /^\d+$/, 'link length');
    report.check(attributes.rel !== 'enclosure' || attributes.type, 'enclosure without type');
  }
  const alternates = links.filter(({ attributes: { rel } }) => rel === 'alternate');
  report.unique(
    alternates.map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`),
    'alternate link of a type',
  );
  return alternates;
}

function checkAuthors(parent: Element, report: Report): number {
  const authors = report.all(parent, 'author');
  for (const author of authors) {
    report.one(author, 'name');
    report.matches(report.one(author, 'uri', false), HTTP, 'author uri');
  }
  return authors.length;
}

/** @returns what is wrong, one line each */
export function atomProblems(xml: string, { hasSelf = true } = {}): string[] {
  const report = new Report();
  const feed = parse(xml, report);
  report.check(feed.name === 'feed' && feed.attributes.xmlns === ATOM, 'the root is no Atom feed');
  report.only(feed, 'id title updated author link generator entry');
  report.matches(report.one(feed, 'id'), IRI, 'feed id');
  report.one(feed, 'title');
  report.matches(report.one(feed, 'updated'), RFC_3339, 'feed updated');
  checkLinks(feed, report);
  const self = report.all(feed, 'link').filter(({ attributes: { rel } }) => rel === 'self');
  report.check(self.length === Number(hasSelf), `${self.length} self links`);
  const hasAuthor = checkAuthors(feed, report) > 0;
  const entries = report.all(feed, 'entry');
  report.unique(
    entries.map((entry) => report.one(entry, 'id')),
    'entry id',
  );
  for (const entry of entries) {
    report.only(
      entry,
      'id title updated published author category link summary content media:content media:thumbnail',
    );
    report.matches(report.one(entry, 'id'), IRI, 'entry id');
    report.one(entry, 'title');
    report.matches(report.one(entry, 'updated'), RFC_3339, 'updated');
    report.matches(report.one(entry, 'published', false), RFC_3339, 'published');
    report.one(entry, 'summary', false);
    const content = report.one(entry, 'content', false);
    report.check(checkLinks(entry, report).length || content, 'an entry has neither a link nor content');
    report.check(checkAuthors(entry, report) || hasAuthor, 'an entry has no author');
    for (const { attributes } of report.all(entry, 'category')) {
      report.check(attributes.term, 'category without term');
      report.matches(attributes.scheme, IRI, 'category scheme');
    }
    checkMedia(entry, report);
  }
  return report.problems;
}

function checkRssDate(text: string | undefined, what: string, report: Report): void {
  report.matches(text, RFC_822, what);
  const [, weekday, day, month, year] = RFC_822.exec(text ?? '') ?? [];
  if (weekday)
    report.check(new Date(`${day} ${month} ${year} GMT`).toUTCString().startsWith(weekday), `day of ${text}`);
}

/** @returns what is wrong, one line each */
export function rssProblems(xml: string, { hasSelf = true } = {}): string[] {
  const report = new Report();
  const rss = parse(xml, report);
  report.check(rss.name === 'rss' && rss.attributes.version === '2.0', 'the root is no RSS 2.0');
  report.check(rss.children.length === 1 && rss.children[0]!.name === 'channel', 'not one channel');
  const channel = rss.children[0]!;
  report.only(channel, 'title link description language lastBuildDate generator docs atom:link item');
  report.one(channel, 'title');
  report.one(channel, 'description');
  report.matches(report.one(channel, 'link'), HTTP, 'channel link');
  report.matches(report.one(channel, 'language'), /^[a-z]{2}(?:-[a-z]{2})?$/i, 'language');
  checkRssDate(report.one(channel, 'lastBuildDate', false), 'lastBuildDate', report);
  const self = report.all(channel, 'atom:link');
  report.check(self.length === Number(hasSelf), `${self.length} self links`);
  for (const { attributes } of self) {
    report.check(attributes.rel === 'self' && attributes.type === 'application/rss+xml', 'self link');
    report.matches(attributes.href ?? '', HTTP, 'self link');
  }
  const items = report.all(channel, 'item');
  report.unique(
    items.map((item) => report.one(item, 'guid')),
    'guid',
  );
  for (const item of items) {
    report.only(
      item,
      'title link description category enclosure guid pubDate dc:creator media:content media:thumbnail',
    );
    report.one(item, 'title');
    report.one(item, 'description', false);
    report.matches(report.one(item, 'link', false), HTTP, 'link');
    checkRssDate(report.one(item, 'pubDate', false), 'pubDate', report);
    const [guid] = report.all(item, 'guid');
    report.check(guid?.attributes.isPermaLink === 'false' || HTTP.test(guid?.text ?? ''), 'guid is no link');
    const enclosures = report.all(item, 'enclosure');
    report.check(enclosures.length <= 1, 'more than one enclosure');
    for (const { attributes } of enclosures) {
      report.matches(attributes.url ?? '', HTTP, 'enclosure url');
      report.matches(attributes.type ?? '', MEDIA_TYPE, 'enclosure type');
      report.matches(attributes.length ?? '', /^\d+$/, 'enclosure length');
    }
    for (const name of ['category', 'dc:creator'])
      for (const { text } of report.all(item, name)) report.check(text.trim(), `${name} is empty`);
    checkMedia(item, report);
  }
  return report.problems;
}
