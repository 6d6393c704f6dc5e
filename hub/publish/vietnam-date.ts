import { formatVietnamTime, VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';

/**
 * An instant that the generator writes as Vietnam's time, with its offset. Many blocks show the day as it stands in the
 * text, and midnight in Vietnam, which stands for “some time of that day”, is still the day before in UTC.
 */
export class VietnamDate extends Date {
  override toISOString(): string {
    return formatVietnamTime(this.getTime());
  }

  /** RFC 822. */
  override toUTCString(): string {
    return new Date(this.getTime() + VIETNAM_OFFSET_MS).toUTCString().replace('GMT', '+0700');
  }
}

/** @param text RFC 3339, or only a day */
export const vietnamDate = (text: string) =>
  new VietnamDate(text.length > 10 ? text : `${text}T00:00:00+07:00`);
