import { foldWords } from '../../core/text/match-words.ts';

/** Words of links that lead to the whole of something, and say nothing of it. */
const GENERIC =
  /^(?:(?:xem|doc|chi tiet|them|tiep|tiep tuc|tai|ve|xuong|file|tep|tap tin|dinh kem|download|pdf|docx?|xlsx?|tai day|day|noi dung|toan van|van ban|link|click|here|view|read|more|continue|reading|detail|details|\d+)(?: |$))*$/;

/** Whether a link's words could stand on any link: "Xem chi tiết", "Tải về 2", "»". */
export function isGeneric(text: string): boolean {
  return GENERIC.test(foldWords(text));
}

const MORE = /^(?:(?:xem|doc) (?:them|tiep|chi tiet)|chi tiet|continue reading|read more|more)(?: |$)/;

/** Whether a link's words lead to the rest of a text: "Đọc tiếp", "Continue reading …". */
export function isMore(text: string): boolean {
  return MORE.test(foldWords(text));
}
