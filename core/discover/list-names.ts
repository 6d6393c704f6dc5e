import type { ListKind } from '../config/cluster.ts';
import { foldWords } from '../text/fold-words.ts';

const BEFORE = '(?:(?:cac|he thong|thu vien|kho|danh muc|danh sach|tra cuu|cong bo|trang) )*';
const DOCUMENTS = new RegExp(
  `^${BEFORE}(?:van ?ban|cong van|quyet dinh|nghi quyet|nghi dinh|chi thi|thong tu|van kien|quy che|quy dinh|bieu mau|tai lieu|documents?|regulations?)\\b`,
);
/** What may follow in the name of a list of albums. What else follows names the event of a single one. */
const AFTER_PHOTOS =
  '(?: (?:anh|hinh anh|photos?|hoat dong|su kien|tu lieu|dep|tieu bieu|noi bat|video|clip|va|cac|cua|nha|truong))*$';
const GALLERY = new RegExp(
  `^(?:${BEFORE}(?:hinh anh|(?<=\\b(?:thu vien|kho|danh muc|danh sach|trang) )anh|chum anh|phong su anh|bo suu tap anh|albums?|photos?|photo galler(?:y|ies)|galler(?:y|ies))|anh(?= (?:hoat dong|su kien|tu lieu|dep)|$)|goc anh)${AFTER_PHOTOS}`,
);
/** Names of what is documents at some schools and news at others: the posts decide. */
const PERHAPS_DOCUMENTS = /^(?:thong bao|ke hoach|huong dan|de an|chuong trinh cong tac|lich cong tac)\b/;
/** Longer names, and those with the number of a document, are titles of posts. */
const MAX_NAME_WORDS = 7;
const POST_TITLE = /\bso \d/;

/** The parts of a name such as “Tin tức - Văn bản”, folded. */
function partsOf(name: string): string[] {
  return name
    .split(/\s[-–—]\s|[|»>/]/)
    .map(foldWords)
    .filter((part) => part && part.split(' ').length <= MAX_NAME_WORDS && !POST_TITLE.test(part));
}

/** Of which list the posts under a name (of a category, a menu item, a feed) are, if the name says so. */
export function kindOfName(name: string): Exclude<ListKind, 'news'> | undefined {
  const parts = partsOf(name);
  if (parts.some((part) => GALLERY.test(part))) return 'gallery';
  return parts.some((part) => DOCUMENTS.test(part)) ? 'documents' : undefined;
}

/** Whether the posts under a name may be documents, to be decided by the posts. */
export function maybeDocuments(name: string): boolean {
  return partsOf(name).some((part) => PERHAPS_DOCUMENTS.test(part));
}

/** Menu items that lead to no list of posts. */
const NO_LIST =
  /^(?:trang chu|gioi thieu|lien he|lich su|co cau|to chuc|chuc nang|dang (?:nhap|ky|xuat)|so do|tim kiem|hoi dap|gop y|video|home|about|contact|login|search)\b/;
const NEWS =
  /^(?:tin|ban tin|su kien|hoat dong|thong bao|bai viet|nghien cuu|dao tao|tuyen sinh|thi dua|doan the|xay dung dang|cong tac|hoc tap|news|blog)\b/;

/** How likely a menu item leads to a list of posts: 2 by its name, 1 perhaps, 0 hardly. */
export function listLikelihood(name: string): 0 | 1 | 2 {
  const words = foldWords(name);
  if (NO_LIST.test(words)) return 0;
  return NEWS.test(words) || kindOfName(name) ? 2 : 1;
}
