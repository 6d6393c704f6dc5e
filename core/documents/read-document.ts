import type { DocumentFacts } from '../model/feed.ts';
import { line, normalizeText } from '../text/normalize.ts';
import { parseDay } from '../time/parse-date.ts';
import { findLabel, setFact } from './labels.ts';
import { DOCUMENT_NUMBER, tidyNumber } from './number.ts';

/**
 * Types with their codes: those of Nghị định 30/2020/NĐ-CP, those of the Party (Hướng dẫn 36-HD/VPTW), then others that
 * schools publish as documents.
 */
const TYPE_BY_CODE = new Map(
  `Nghị quyết NQ|Quyết định QĐ|Chỉ thị CT|Quy chế QC|Quy định QYĐ|Thông cáo TC|Thông báo TB|Hướng dẫn HD|Chương trình CTR|Kế hoạch KH|Phương án PA|Đề án ĐA|Dự án DA|Báo cáo BC|Biên bản BB|Tờ trình TTR|Hợp đồng HĐ|Công điện CĐ|Bản ghi nhớ BGN|Bản thỏa thuận BTT|Giấy ủy quyền GUQ|Giấy mời GM|Giấy giới thiệu GGT|Giấy nghỉ phép GNP|Phiếu gửi PG|Phiếu chuyển PC|Phiếu báo PB|Công văn CV|Thư công THC|Kết luận KL|Quy định QĐI|Quyết định QĐNS|Quy trình QT|Nghị định NĐ|Thông tư TT|Thông tư liên tịch TTLT|Luật L|Lịch học LH|Lịch công tác LCT`
    .split('|')
    .map((entry) => {
      const space = entry.lastIndexOf(' ');
      return [entry.slice(space + 1), entry.slice(0, space)] as const;
    }),
);
/** Longest first, so that "Thông tư liên tịch" is not taken for "Thông tư". The added ones have no code of their own. */
const TYPE_NAMES = [...TYPE_BY_CODE.values(), 'Thông tri', 'Nội quy'].sort((a, b) => b.length - a.length);
/** Types that also begin a subject as a verb: that of a Thông tư is "Quy định về …", that of a Công văn "Hướng dẫn …". */
const VERBS = /^(?:Quy định|Quyết định|Hướng dẫn|Thông báo|Báo cáo)$/;

const FIRST_NUMBER = new RegExp(`^\\[?\\s*(?:[Ss][ốỐ]\\s*:?\\s*)?(${DOCUMENT_NUMBER})\\]?`, 'u');
/** After the type: "liên tịch" or the issuer ("của Ban Thường vụ Tỉnh ủy"), then the number. */
const TYPED_NUMBER = new RegExp(
  `^(?:\\s+liên tịch|\\s+của\\s[^,;:()\\d]{2,80}?(?=\\ssố\\s))?\\s*(?:số)?\\s*:?\\s*(${DOCUMENT_NUMBER}|(?<=số\\s*:?\\s*)\\d{1,5}(?![\\d/.]))`,
  'iu',
);
const LABELLED_VALUE = /(?:^|[.;|\n])\s*([^:.;|\n]{2,30}?)\s*:\s*([^;|\n]*?)(?=\s*(?:[;|\n]|\.\s|\.?$))/gu;

/** The document type for the code in a number. Ignores case, but not Đ and D: ĐA is not DA. */
function typeOfNumber(number: string): string | undefined {
  const code = /(?<![\p{L}\d])\p{L}+/u.exec(number)?.[0].toUpperCase();
  return code && TYPE_BY_CODE.get(code);
}

function labelledFacts(text: string): DocumentFacts {
  const facts: DocumentFacts = {};
  for (const [, key, value] of text.matchAll(LABELLED_VALUE)) {
    const label = findLabel(key!);
    if (label && value) setFact(facts, label, value);
  }
  return facts;
}

/** What the beginning of a title tells. */
interface TitleParts {
  /** The type it names. */
  name?: string | undefined;
  /** The number it begins with, after the type if `isTyped`, and where that ends. */
  number?: string | undefined;
  end: number;
  isTyped: boolean;
}

/** The type that a text begins with. "Luật sư" and "Báo cáo viên" are people. */
function leadingType(text: string): string | undefined {
  const words = text.replace(/^qui(?=\s)/i, 'Quy').toLowerCase();
  return TYPE_NAMES.find(
    (type) =>
      words.startsWith(type.toLowerCase()) &&
      !/^(?:\s+(?:sư|viên)(?!\p{L})|\p{L})/u.test(words.slice(type.length)),
  );
}

/** @param text decides if the title is only the number: it is the subject, or states it as "Trích yếu: …" */
function titleParts(words: string, text: string): TitleParts {
  const bare = words.replace(/^(?:\[[^\]]*\])?[^\p{L}\d]*/u, '');
  const first = FIRST_NUMBER.exec(words);
  let name = leadingType(bare);
  const typed = name ? TYPED_NUMBER.exec(bare.slice(name.length)) : null;
  if (!name && first) {
    const rest = words.slice(first[0].length).replace(/^[^\p{L}\d]*(?:ngày\s[\d\s/.-]+)?[^\p{L}\d]*/iu, '');
    name = leadingType(rest || text.replace(/^[\s\S]*?trích yếu[^:\n]{0,20}:\s*/iu, ''));
  }
  const number = first?.[1] ?? typed?.[1];
  const printed = typed?.[1] ?? first?.[1] ?? '';
  return { name, number, end: words.lastIndexOf(printed) + printed.length, isTyped: Boolean(typed) };
}

/**
 * The type of a document without a stated one. The title decides, because QĐ is Quyết định, but in the Party also Quy
 * định; unless it may begin with a verb, and the number names another type without doubt.
 */
function typeFrom({ name, isTyped }: TitleParts, number: string | undefined): string | undefined {
  const byCode = number === undefined ? undefined : typeOfNumber(number);
  if (!name || !byCode || isTyped || !VERBS.test(name)) return name ?? byCode;
  // With a year it is a legal norm of the state, and those have one type for each code.
  return byCode === 'Quyết định' && !/\/\d{4}\//.test(number!) ? name : byCode;
}

/** The type of a document that has no column or label for it, from its title and number. */
export const documentType = (title: string, number: string): string | undefined =>
  typeFrom(titleParts(normalizeText(title).trim(), ''), number);

/**
 * Reads the facts of an official document, or returns undefined if a post is not one.
 *
 * A post is a document if its title begins with a number, or with a type and a number, or if its text states them ("Số
 * ký hiệu: …; ngày ban hành: …"). A title that merely mentions a document is news. A stated type wins over one guessed
 * from the title or the code.
 */
export function readDocument(title: string, text = ''): DocumentFacts | undefined {
  const words = normalizeText(title).trim();
  const body = normalizeText(text);
  const facts = labelledFacts(body);
  const parts = titleParts(words, body);
  const number = facts.number ?? parts.number;
  // A date or a type alone is not enough: every post has a date, and many announcements a type.
  if (!number && !(facts.issued && parts.name)) return undefined;
  const found: DocumentFacts = { ...facts };
  if (number) found.number = line(tidyNumber(number))!;
  const type = facts.type ?? typeFrom(parts, number);
  if (type) found.type = type;
  const after = words.slice(parts.end);
  const issued = facts.issued ?? (/^[\]\s,]*ngày\s/i.test(after) ? parseDay(after.slice(0, 60)) : undefined);
  if (issued) found.issued = issued;
  return found;
}

/** Removes the leading number in brackets that NukeViet's laws module puts before titles. */
export function titleWithoutNumber(title: string, number: string): string {
  const [all = '', before = ''] = /^\[([^\]]*)\]\s*/.exec(title) ?? [];
  return (tidyNumber(before) === number && title.slice(all.length)) || title;
}
