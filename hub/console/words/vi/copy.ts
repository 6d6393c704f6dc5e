/** Of texts to copy. */
export const copy = {
  copy: 'Chép',
  copied: 'Đã chép.',
  pressKeys: 'Trình duyệt không cho chép. Phần này đã được chọn: hãy nhấn Ctrl+C (máy Mac: ⌘C).',
};
