/** For search and comparison: without diacritics, đ as d, lower case. NFC and NFD input give the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[đĐ\u00d0\u00f0]/g, 'd')
    .toLowerCase();
}
