/** Lower case without diacritics, đ and Eth as d, for search and comparison. NFC and NFD input give the same result. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[đĐ\u00d0\u00f0]/g, 'd')
    .toLowerCase();
}
