let collator: Intl.Collator | undefined;

/**
 * Compares texts as Vietnamese dictionaries do: letters first (ă after a, đ after d), then tones (ngang, huyền, hỏi,
 * ngã, sắc, nặng); numbers by value; ignoring case. The collator is created on first use, since that takes time.
 */
export function compareText(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true, sensitivity: 'accent' });
  return collator.compare(a, b);
}
