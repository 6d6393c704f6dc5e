import { foldWords } from '../../core/text/fold-words.ts';

/** Link texts, folded, that do not describe their target. */
const GENERIC =
  /^(?:(?:xem|doc|chi tiet|them|tiep|tiep tuc|tai|ve|xuong|file|tep|tap tin|dinh kem|download|pdf|docx?|xlsx?|tai day|day|noi dung|toan van|van ban|link|click|here|view|read|more|continue|reading|detail|details|trang|truoc|sau|dau|cuoi|next|prev|previous|last|first|page|\d+)(?: |$))*$/;

/** Whether a link's text does not describe its target: "Xem chi tiết", "Tải về 2", "»". */
export function isGeneric(text: string): boolean {
  return GENERIC.test(foldWords(text));
}
