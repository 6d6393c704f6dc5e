import type { DocumentFacts } from '../model/feed.ts';
import { line, normalizeText } from '../text/normalize.ts';
import { parseDay } from '../time/parse-date.ts';
import { findLabel, setFact } from './labels.ts';
import { DOCUMENT_NUMBER, tidyNumber } from './number.ts';

/** Types with their codes: those of Nghị định 30/2020/NĐ-CP, then others that schools publish as documents. */
const TYPE_BY_CODE = new Map(
  `Nghị quyết NQ|Quyết định QĐ|Chỉ thị CT|Quy chế QC|Quy định QYĐ|Thông cáo TC|Thông báo TB|Hướng dẫn HD|Chương trình CTR|Kế hoạch KH|Phương án PA|Đề án ĐA|Dự án DA|Báo cáo BC|Biên bản BB|Tờ trình TTR|Hợp đồng HĐ|Công điện CĐ|Bản ghi nhớ BGN|Bản thỏa thuận BTT|Giấy ủy quyền GUQ|Giấy mời GM|Giấy giới thiệu GGT|Giấy nghỉ phép GNP|Phiếu gửi PG|Phiếu chuyển PC|Phiếu báo PB|Công văn CV|Thư công THC|Kết luận KL|Nghị định NĐ|Thông tư TT|Thông tư liên tịch TTLT|Luật L|Lịch học LH|Lịch công tác LCT`
    .split('|')
    .map((entry) => {
      const space = entry.lastIndexOf(' ');
      return [entry.slice(space + 1), entry.slice(0, space)] as const;
    }),
);
/** Longest first, so that "Thông tư liên tịch" is not taken for "Thông tư". */
const TYPE_NAMES = [...TYPE_BY_CODE.values()].sort((a, b) => b.length - a.length);

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

/**
 * Reads the facts of an official document, or returns undefined if a post is not one.
 *
 * A post is a document if its title begins with a number, or with a type and a number, or if its text states them ("Số
 * ký hiệu: …; ngày ban hành: …"). A title that merely mentions a document is news. A stated type wins over one guessed
 * from the code: QĐ is Quyết định, but in the Party also Quy định.
 */
export function readDocument(title: string, text = ''): DocumentFacts | undefined {
  const words = normalizeText(title).trim();
  const facts = labelledFacts(normalizeText(text));
  const bare = words.replace(/^\[[^\]]*\]\s*/, '');
  const name = TYPE_NAMES.find(
    (type) =>
      bare.slice(0, type.length).toLowerCase() === type.toLowerCase() &&
      !/^\p{L}/u.test(bare.slice(type.length)),
  );
  const first = FIRST_NUMBER.exec(words);
  const typed = name ? TYPED_NUMBER.exec(bare.slice(name.length)) : null;
  const number = facts.number ?? first?.[1] ?? typed?.[1];
  // A date or a type alone is not enough: every post has a date, and many announcements a type.
  if (!number && !(facts.issued && name)) return undefined;
  const found: DocumentFacts = { ...facts };
  if (number) found.number = line(tidyNumber(number))!;
  const type = facts.type ?? name ?? (number && typeOfNumber(number));
  if (type) found.type = type;
  const printed = typed?.[1] ?? first?.[1] ?? '';
  const after = words.slice(words.lastIndexOf(printed) + printed.length);
  const issued = facts.issued ?? (/^[\]\s,]*ngày\s/i.test(after) ? parseDay(after.slice(0, 60)) : undefined);
  if (issued) found.issued = issued;
  return found;
}

/** Removes the leading number in brackets that NukeViet's laws module puts before titles. */
export function titleWithoutNumber(title: string, number: string): string {
  const [all = '', before = ''] = /^\[([^\]]*)\]\s*/.exec(title) ?? [];
  return (tidyNumber(before) === number && title.slice(all.length)) || title;
}
