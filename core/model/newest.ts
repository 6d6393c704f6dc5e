/**
 * The `max` values with the latest dates, in their given order. Values without a date count as the oldest, and of equal
 * ones the first are kept, since lists begin with the newest.
 *
 * @param dateOf date in the model's format, which sorts as text
 */
export function newest<T>(values: readonly T[], max: number, dateOf: (value: T) => string | undefined): T[] {
  if (values.length <= max) return [...values];
  return values
    .map((value, index) => ({ value, index, date: dateOf(value) ?? '' }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.index - b.index))
    .slice(0, max)
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value);
}
