import { expect } from 'chai';
import { timeAgo, timeUntil } from '../../../hub/console/times.ts';
import { times as en } from '../../../hub/console/words/en/times.ts';
import { times as vi } from '../../../hub/console/words/vi/times.ts';

// 10:30 in Vietnam.
const NOW = Date.parse('2026-11-30T03:30:40Z');

describe('the console’s times', () => {
  const past: [time: string, vi: string, en: string][] = [
    ['2026-11-30T03:30:10Z', 'vừa xong', 'just now'],
    ['2026-11-30T03:29:40Z', '1 phút trước', '1 minute ago'],
    ['2026-11-30T02:31:00Z', '59 phút trước', '59 minutes ago'],
    ['2026-11-30T09:30:00+07:00', 'hôm nay lúc 09:30', 'today at 09:30'],
    // Midnight in Vietnam, not in Greenwich.
    ['2026-11-29T17:00:00Z', 'hôm nay lúc 00:00', 'today at 00:00'],
    ['2026-11-29T16:59:00Z', 'hôm qua lúc 23:59', 'yesterday at 23:59'],
    ['2026-11-03T01:05:00Z', '08:05 ngày 3/11', '3 Nov at 08:05'],
    ['2025-12-31T01:05:00Z', '08:05 ngày 31/12/2025', '31 Dec 2025 at 08:05'],
    // The clock was set back since.
    ['2026-11-30T05:00:00Z', 'vừa xong', 'just now'],
  ];
  for (const [time, inVietnamese, inEnglish] of past)
    it(`${time} was ${inEnglish}`, () => {
      expect(timeAgo(time, NOW, vi)).to.equal(inVietnamese);
      expect(timeAgo(time, NOW, en)).to.equal(inEnglish);
    });

  const future: [time: string, vi: string, en: string][] = [
    ['2026-11-30T03:30:40Z', 'bây giờ', 'now'],
    ['2026-11-30T03:31:00Z', 'trong 1 phút nữa', 'in 1 minute'],
    ['2026-11-30T03:35:41Z', 'trong 6 phút nữa', 'in 6 minutes'],
    ['2026-11-30T04:30:40Z', 'hôm nay lúc 11:30', 'today at 11:30'],
    ['2026-11-30T17:00:00Z', 'ngày mai lúc 00:00', 'tomorrow at 00:00'],
    ['2027-01-02T01:00:00Z', '08:00 ngày 2/1/2027', '2 Jan 2027 at 08:00'],
  ];
  for (const [time, inVietnamese, inEnglish] of future)
    it(`${time} is ${inEnglish}`, () => {
      expect(timeUntil(time, NOW, vi)).to.equal(inVietnamese);
      expect(timeUntil(time, NOW, en)).to.equal(inEnglish);
    });
});
