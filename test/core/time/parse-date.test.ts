import { expect } from 'chai';
import { parseDate, parseDay, writesMonthFirst } from '../../../core/time/parse-date.ts';
import { anyText } from '../../any-text.ts';
import { fc, propertyRuns } from '../../property.ts';

/** `2024-03-05T15:30:00+07:00 minute`, or `none`. */
function read(text: string): string {
  const found = parseDate(text);
  return found ? `${found.date} ${found.precision}` : 'none';
}

/** One test per row: a text, and the expected result. */
function reads(rows: [text: string, expected: string][]): void {
  for (const [text, expected] of rows) {
    it(JSON.stringify(text), () => expect(read(text)).to.equal(expected));
  }
}

describe('parseDate', () => {
  describe('pages', () => {
    reads([
      ['27/07/2022 | 3:56 PM', '2022-07-27T15:56:00+07:00 minute'],
      ['Ngày đăng 27/07/2022 | 3:56 PM  | View count: 90', '2022-07-27T15:56:00+07:00 minute'],
      ['22/10/2021', '2021-10-22T00:00:00+07:00 day'],
      ['25/04/2022 22:06', '2022-04-25T22:06:00+07:00 minute'],
      ['Thứ hai - 10/02/2025 16:20', '2025-02-10T16:20:00+07:00 minute'],
      ['08.08.2022 08:44', '2022-08-08T08:44:00+07:00 minute'],
      ['08:17 10/05/2017', '2017-05-10T08:17:00+07:00 minute'],
      ['08:17: 10/05/2017', '2017-05-10T08:17:00+07:00 minute'],
      ['20:22:56 02/06/2019 (GMT+7)', '2019-06-02T20:22:56+07:00 minute'],
      ['20:22:56 02/06/2019 (GMT+9)', '2019-06-02T18:22:56+07:00 minute'],
      ['Thứ 4, 27/11/2024, 05:25[GMT+7]', '2024-11-27T05:25:00+07:00 minute'],
      ['Thứ 4, 27/11/24', '2024-11-27T00:00:00+07:00 day'],
      ['Thứ 4 - 27/11/24', '2024-11-27T00:00:00+07:00 day'],
      ['T7, 27/11/2024 - 05:25', '2024-11-27T05:25:00+07:00 minute'],
      ['02/10/2020 08:20 SA', '2020-10-02T08:20:00+07:00 minute'],
      ['11:05 SA - 08/09/2023', '2023-09-08T11:05:00+07:00 minute'],
      ['11:05 CH - 08/09/2023', '2023-09-08T23:05:00+07:00 minute'],
      ['12:05 SA 08/09/2023', '2023-09-08T00:05:00+07:00 minute'],
      ['12:05 CH 08/09/2023', '2023-09-08T12:05:00+07:00 minute'],
      ['12:05 a.m. 08/09/2023', '2023-09-08T00:05:00+07:00 minute'],
      ['15:05 PM 08/09/2023', '2023-09-08T15:05:00+07:00 minute'],
      ['Nov 27, 2024 5:25 p.m.', '2024-11-27T17:25:00+07:00 minute'],
      ['Thứ hai, 11 Tháng 12 2023 16:03', '2023-12-11T16:03:00+07:00 minute'],
      ['Chủ nhật, 05 Tháng 3 2023', '2023-03-05T00:00:00+07:00 day'],
      ['lúc 15:30 ngày 05/3/2024', '2024-03-05T15:30:00+07:00 minute'],
      ['15h30 05/3/2024', '2024-03-05T15:30:00+07:00 minute'],
      ['15h30-05/3/2024', '2024-03-05T15:30:00+07:00 minute'],
      ['15h ngày 05/3/2024', '2024-03-05T15:00:00+07:00 hour'],
      ['15 giờ 30 phút, ngày 05 tháng 3 năm 2024', '2024-03-05T15:30:00+07:00 minute'],
      ['15 giờ 05/3/2024', '2024-03-05T15:00:00+07:00 hour'],
      ['15h 05 tháng 3 năm 2024', '2024-03-05T15:00:00+07:00 hour'],
      ['8h30 sáng 05/3/2024', '2024-03-05T08:30:00+07:00 minute'],
      ['05/3/2024 lúc 7 giờ tối', '2024-03-05T19:00:00+07:00 hour'],
      ['3 PM 05/3/2024', '2024-03-05T15:00:00+07:00 hour'],
      ['Cập nhật:\n\t14:05\u00a0|\u00a020.11.2024\n', '2024-11-20T14:05:00+07:00 minute'],
      ['20/11/2024 10:30 ở Ninh Bình', '2024-11-20T10:30:00+07:00 minute'],
      ['05-03-24 10:00', '2024-03-05T10:00:00+07:00 minute'],
    ]);
  });

  describe('day first', () => {
    reads([
      ['03/04/2022', '2022-04-03T00:00:00+07:00 day'],
      ['2022/04/03', '2022-04-03T00:00:00+07:00 day'],
      ['12/25/2022', '2022-12-25T00:00:00+07:00 day'],
      ['năm 2024: 05/3/2024', '2024-03-05T00:00:00+07:00 day'],
    ]);
  });

  describe('Vietnamese months', () => {
    reads([
      ['11 Tháng Mười Hai, 2023', '2023-12-11T00:00:00+07:00 day'],
      ['Tháng Mười Một 11, 2023', '2023-11-11T00:00:00+07:00 day'],
      ['Thứ 5, Tháng 12 11, 2023 10:00', '2023-12-11T10:00:00+07:00 minute'],
      ['06 Tháng Năm 2024', '2024-05-06T00:00:00+07:00 day'],
      ['06 tháng năm năm 2024', '2024-05-06T00:00:00+07:00 day'],
      ['05 tháng tư năm 2024', '2024-04-05T00:00:00+07:00 day'],
      ['05 tháng mười năm 2024', '2024-10-05T00:00:00+07:00 day'],
      ['5 thg 3, 2024', '2024-03-05T00:00:00+07:00 day'],
      ['05 Th3 2024', '2024-03-05T00:00:00+07:00 day'],
      ['05 THÁNG 3 NĂM 2024', '2024-03-05T00:00:00+07:00 day'],
      ['05 thang 3 nam 2024', '2024-03-05T00:00:00+07:00 day'],
      ['05 tháng 13 năm 2024', 'none'],
      ['6 tháng năm 2024', 'none'],
      ['6 tháng đầu năm 2024', 'none'],
      ['Tuần 5 năm 2024', 'none'],
    ]);
    it('are read composed and decomposed', () => {
      const text = 'Thứ hai, 11 Tháng Mười Hai 2023 16:03 chiều';
      expect(read(text.normalize('NFD'))).to.equal(read(text.normalize('NFC')));
      expect(read(text)).to.equal('2023-12-11T16:03:00+07:00 minute');
    });
  });

  describe('RFC 822 and its relatives', () => {
    reads([
      ['Mon, 23 Nov 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Mon, 23 Nov 2026 00:11:00 +0000', '2026-11-23T07:11:00+07:00 minute'],
      ['Mon, 23 Nov 2026 00:11:00 +0700', '2026-11-23T00:11:00+07:00 minute'],
      ['Mon, 23 Nov 2026 00:11:00', '2026-11-23T00:11:00+07:00 minute'],
      ['23 Nov 2026 00:11 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Mon,23 Nov 2026 00:11:00.123 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Monday 23 November 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Fri, 23 Nov 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Mnoday, 23 Nov 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['hétfő, 23 Nov 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['Thứ hai, 23 Nov 2026 00:11:00 GMT', '2026-11-23T07:11:00+07:00 minute'],
      ['MON, 3 NOV 2026 1:2:3 gmt', '2026-11-03T08:02:03+07:00 minute'],
      ['Sun, 2 Sept 2004 10:00 Z', '2004-09-02T17:00:00+07:00 minute'],
      ['Thu, 01 Jan 2004', '2004-01-01T00:00:00+07:00 day'],
      ['Thu, 01 Jan 2004 GMT', '2004-01-01T00:00:00+07:00 day'],
      ['Thu, 01 Jan 04 -0800', '2004-01-01T00:00:00+07:00 day'],
      ['01 Jan 49 10:00', '2049-01-01T10:00:00+07:00 minute'],
      ['01 Jan 50 10:00', '1950-01-01T10:00:00+07:00 minute'],
      ['01 Jan 104 10:00', '2004-01-01T10:00:00+07:00 minute'],
      ['Wed, 31 Dec 2003 24:00:00 +0700', '2004-01-01T00:00:00+07:00 minute'],
      ['Wed, 31 Dec 2003 23:59:60 +0700', '2004-01-01T00:00:00+07:00 minute'],
      ['Jan 5 2004', '2004-01-05T00:00:00+07:00 day'],
      ['Mon, Jan 05, 2004 10:00:00 +0700', '2004-01-05T10:00:00+07:00 minute'],
      ['Thu Jan  1 00:00:00 2004', '2004-01-01T00:00:00+07:00 minute'],
      ['Thu Jan  1 00:00:00 UTC 2004', '2004-01-01T07:00:00+07:00 minute'],
      ['Thu Jan 01 00:00:00 +0000 2004', '2004-01-01T07:00:00+07:00 minute'],
      ['Thursday, 01-Jan-04 19:48:21 GMT', '2004-01-02T02:48:21+07:00 minute'],
      ['01/Jan/2004:10:00:00 +0000', '2004-01-01T17:00:00+07:00 minute'],
      ['Sat, 30 Jan 2010 02:43:33 Z', '2010-01-30T09:43:33+07:00 minute'],
      ['10:00:00 Thu, 01 Jan 2004 GMT', '2004-01-01T17:00:00+07:00 minute'],
    ]);
  });

  describe('zones', () => {
    const at = (zone: string, local: string): [string, string] => [
      `Thu, 01 Jan 2004 12:00:00${zone}`,
      `2004-01-0${local}:00+07:00 minute`,
    ];
    reads([
      at(' UT', '1T19:00'),
      at(' GMT', '1T19:00'),
      at(' UTC', '1T19:00'),
      at(' EST', '2T00:00'),
      at(' EDT', '1T23:00'),
      at(' CST', '2T01:00'),
      at(' CDT', '2T00:00'),
      at(' MST', '2T02:00'),
      at(' MDT', '2T01:00'),
      at(' PST', '2T03:00'),
      at(' PDT', '2T02:00'),
      at(' Z', '1T19:00'),
      at(' A', '1T20:00'),
      at(' I', '2T04:00'),
      at(' K', '2T05:00'),
      at(' M', '2T07:00'),
      at(' N', '1T18:00'),
      at(' Y', '1T07:00'),
      at(' BST', '1T18:00'),
      at(' CET', '1T18:00'),
      at(' CEST', '1T17:00'),
      at(' MSK', '1T16:00'),
      at(' ICT', '1T12:00'),
      at(' WIB', '1T12:00'),
      at(' WET', '1T19:00'),
      at(' WEST', '1T18:00'),
      at(' MET', '1T18:00'),
      at(' MEST', '1T17:00'),
      at(' SAST', '1T17:00'),
      at(' SGT', '1T11:00'),
      at(' HKT', '1T11:00'),
      at(' NZST', '1T07:00'),
      at(' BRT', '1T22:00'),
      at(' AKST', '2T04:00'),
      at(' AKDT', '2T03:00'),
      at(' JST', '1T10:00'),
      at(' AEDT', '1T08:00'),
      at('+0700', '1T12:00'),
      at(' +07:00', '1T12:00'),
      at(' -0330', '1T22:30'),
      at(' +0530', '1T13:30'),
      at(' +9', '1T10:00'),
      at(' GMT+0900', '1T10:00'),
      at(' GMT-05:00', '2T00:00'),
      at(' +0000 (UTC)', '1T19:00'),
      at(' -0800 (PST)', '2T03:00'),
      at(' (EST)', '2T00:00'),
      at(' (+0900)', '1T10:00'),
      at(' constructor', '1T12:00'),
    ]);
    reads([
      ['Thu Jan 01 2004 12:00:00 GMT+0900 (Japan Standard Time)', '2004-01-01T10:00:00+07:00 minute'],
      ['12:00 -10/02/2025', '2025-02-10T12:00:00+07:00 minute'],
      ['12:00 EST Thu 01 Jan 2004', '2004-01-02T00:00:00+07:00 minute'],
    ]);
  });

  describe('ISO 8601', () => {
    reads([
      ['2004-02-28T10:30:05+07:00', '2004-02-28T10:30:05+07:00 minute'],
      ['2004-02-28T10:30:05Z', '2004-02-28T17:30:05+07:00 minute'],
      ['2004-02-28t10:30:05.987z', '2004-02-28T17:30:05+07:00 minute'],
      ['2004-02-28T10:30:05,5-0330', '2004-02-28T21:00:05+07:00 minute'],
      ['2004-02-28T10:30:05', '2004-02-28T10:30:05+07:00 minute'],
      ['2004-02-28 10:30:05', '2004-02-28T10:30:05+07:00 minute'],
      ['2004-02-28 10:30:05 +0000', '2004-02-28T17:30:05+07:00 minute'],
      ['2004-02-28T10:30Z', '2004-02-28T17:30:00+07:00 minute'],
      ['2004-02-28T10Z', '2004-02-28T17:00:00+07:00 hour'],
      ['2004-02-28T10+00', '2004-02-28T17:00:00+07:00 hour'],
      ['20040228T103005Z', '2004-02-28T17:30:05+07:00 minute'],
      ['20040228T1030+0000', '2004-02-28T17:30:00+07:00 minute'],
      ['2004-02-28T24:00:00Z', '2004-02-29T07:00:00+07:00 minute'],
      ['2004-5-8T9:15Z', '2004-05-08T16:15:00+07:00 minute'],
      ['2004', '2004-01-01T00:00:00+07:00 day'],
      ['2004-02', '2004-02-01T00:00:00+07:00 day'],
      ['2004-02-28', '2004-02-28T00:00:00+07:00 day'],
      ['2004-02-28Z', '2004-02-28T00:00:00+07:00 day'],
      ['2004-02-28+09:00', '2004-02-28T00:00:00+07:00 day'],
      ['2004-02-28-05:00', '2004-02-28T00:00:00+07:00 day'],
      ['20040228', '2004-02-28T00:00:00+07:00 day'],
      ['2004-060', '2004-02-29T00:00:00+07:00 day'],
      ['2004060', '2004-02-29T00:00:00+07:00 day'],
      ['2004-366', '2004-12-31T00:00:00+07:00 day'],
      ['2004-060T10:00Z', '2004-02-29T17:00:00+07:00 minute'],
      [' 2004-02-28T10:30:05Z\n', '2004-02-28T17:30:05+07:00 minute'],
    ]);
  });

  describe('truncated ISO 8601', () => {
    reads([
      ['03-12-31', '2003-12-31T00:00:00+07:00 day'],
      ['031231', '2003-12-31T00:00:00+07:00 day'],
      ['03-12-31T10:00Z', '2003-12-31T17:00:00+07:00 minute'],
      ['04-060', '2004-02-29T00:00:00+07:00 day'],
      ['04060', '2004-02-29T00:00:00+07:00 day'],
      ['-04-02', '2004-02-01T00:00:00+07:00 day'],
      ['-0402', '2004-02-01T00:00:00+07:00 day'],
      ['-04', '2004-01-01T00:00:00+07:00 day'],
      ['04-02', 'none'],
      ['--04-01', 'none'],
      ['-060', 'none'],
      ['---01', 'none'],
      ['04', 'none'],
    ]);
  });

  describe('other languages', () => {
    reads([
      ['2004년 05월 28일  01:31:15', '2004-05-28T01:31:15+07:00 minute'],
      ['2004年5月28日', '2004-05-28T00:00:00+07:00 day'],
      ['2004. 3. 5.', '2004-03-05T00:00:00+07:00 day'],
      ['2004-július-13T9:15-05:00', '2004-07-13T21:15:00+07:00 minute'],
      ['mar., 3 août 2004 10:00:00 +0200', '2004-08-03T15:00:00+07:00 minute'],
      ['3 juin 2004', '2004-06-03T00:00:00+07:00 day'],
      ['3 juillet 2004', '2004-07-03T00:00:00+07:00 day'],
      ['Mi, 03 März 2004', '2004-03-03T00:00:00+07:00 day'],
      ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-12T00:00:00+07:00 minute'],
      ['Δευ, 05 Ιαν 2004 10:00:00 GMT', '2004-01-05T17:00:00+07:00 minute'],
      ['Τρι, 11 Μαΐου 2004', '2004-05-11T00:00:00+07:00 day'],
      ['mar, 05 ene 2004', '2004-01-05T00:00:00+07:00 day'],
    ]);
  });

  describe('months in the languages of feeds’ generators', () => {
    reads([
      ['dom, 02 ott 2022 18:55:00 GMT', '2022-10-03T01:55:00+07:00 minute'],
      ['mer, 5 gen 2022 10:00:00 +0100', '2022-01-05T16:00:00+07:00 minute'],
      ['05 maggio 2022', '2022-05-05T00:00:00+07:00 day'],
      ['5 giugno 2022', '2022-06-05T00:00:00+07:00 day'],
      ['5 luglio 2022', '2022-07-05T00:00:00+07:00 day'],
      ['5 août 2022 à 18h55', '2022-08-05T18:55:00+07:00 minute'],
      ['1er mars 2024', '2024-03-01T00:00:00+07:00 day'],
      ['lun., 05 févr. 2024 10:00:00 +0100', '2024-02-05T16:00:00+07:00 minute'],
      ['Di, 05 Mrz 2024 10:00:00 +0100', '2024-03-05T16:00:00+07:00 minute'],
      ['5. Dezember 2024', '2024-12-05T00:00:00+07:00 day'],
      ['5 de marzo de 2024', '2024-03-05T00:00:00+07:00 day'],
      ['05 de março de 2024', '2024-03-05T00:00:00+07:00 day'],
      ['вт, 05 мар 2024 10:00:00 +0300', '2024-03-05T14:00:00+07:00 minute'],
      ['5 мая 2024 г.', '2024-05-05T00:00:00+07:00 day'],
      ['05 Май 2024', '2024-05-05T00:00:00+07:00 day'],
      ['5 сентября 2024', '2024-09-05T00:00:00+07:00 day'],
      ['5 листопада 2024', '2024-11-05T00:00:00+07:00 day'],
      ['di, 05 mrt 2024 10:00:00 +0100', '2024-03-05T16:00:00+07:00 minute'],
      ['5 mei 2024', '2024-05-05T00:00:00+07:00 day'],
      ['wt., 05 paź 2024 10:00:00 +0200', '2024-10-05T15:00:00+07:00 minute'],
      ['5 Kasım 2024', '2024-11-05T00:00:00+07:00 day'],
      ['5 Şubat 2024', '2024-02-05T00:00:00+07:00 day'],
      ['5 lutego 2024', '2024-02-05T00:00:00+07:00 day'],
      ['5 luty 2024', '2024-02-05T00:00:00+07:00 day'],
      ['5 lipca 2024', '2024-07-05T00:00:00+07:00 day'],
      ['5 sierpnia 2024', '2024-08-05T00:00:00+07:00 day'],
      ['5 Temmuz 2024', '2024-07-05T00:00:00+07:00 day'],
      ['5 Agustus 2024', '2024-08-05T00:00:00+07:00 day'],
      ['5 noiembrie 2024', '2024-11-05T00:00:00+07:00 day'],
      ['5th of March 2024', '2024-03-05T00:00:00+07:00 day'],
      ['March 5th, 2024', '2024-03-05T00:00:00+07:00 day'],
      ['Phòng chống lũ lụt 10, 2024', 'none'],
      ['Hà Nội, 5 - 2024', 'none'],
    ]);
  });

  describe('Vietnamese words between a number and a year', () => {
    const words =
      'giữa giữ giúp giục giũa tem tém lụt lút líp siêu siết gặp gồm ra trả trao tra mạng mái mắt ngành niên khóa số lớp máy mai năm nay sinh suất hạng hạt học khai kết tặng tổ chức đề án';
    reads(words.split(' ').map((word): [string, string] => [`Kỳ họp thứ 12 ${word} năm 2024`, 'none']));
    reads(
      'giữa giữ giúp giục giũa tem tém lụt lút líp siêu siết tra mạng'
        .split(' ')
        .map((word): [string, string] => [`Bộ 12 ${word} 2024`, 'none']),
    );
    reads([
      ['Đợt 12 giữa năm 2024, đăng ngày 05/03/2024', '2024-03-05T00:00:00+07:00 day'],
      ['5 tháng 3 năm 2024', '2024-03-05T00:00:00+07:00 day'],
      ['5 tháng Ba, năm 2024', '2024-03-05T00:00:00+07:00 day'],
      ['Ngày 05 tháng 03 năm2024', '2024-03-05T00:00:00+07:00 day'],
    ]);
  });

  describe('seconds since 1970', () => {
    reads([
      ['1171799695', '2007-02-18T18:54:55+07:00 minute'],
      [' 1171799695\n', '2007-02-18T18:54:55+07:00 minute'],
      ['1171799695.25', '2007-02-18T18:54:55+07:00 minute'],
      ['1171799695123', '2007-02-18T18:54:55+07:00 minute'],
      ['/Date(1171799695123)/', '2007-02-18T18:54:55+07:00 minute'],
      ['/Date(1171799695123+0700)/', '2007-02-18T18:54:55+07:00 minute'],
      ['Điện thoại: 1171799695', 'none'],
    ]);
  });

  describe('month first, if the caller knows', () => {
    const rows: [text: string, expected: string][] = [
      ['3/5/2020 12:00:00 PM', '2020-03-05T12:00:00+07:00'],
      ['3/25/2020 9:00:00 AM', '2020-03-25T09:00:00+07:00'],
      ['9:00 03-05-2020', '2020-03-05T09:00:00+07:00'],
      ['25/3/2020', '2020-03-25T00:00:00+07:00'],
      ['5 Mar 2020', '2020-03-05T00:00:00+07:00'],
      ['2020-03-05', '2020-03-05T00:00:00+07:00'],
    ];
    for (const [text, expected] of rows)
      it(JSON.stringify(text), () => expect(parseDate(text, true)?.date).to.equal(expected));
    it('also for days', () => expect(parseDay('3/5/2020', true)).to.equal('2020-03-05'));
  });

  describe('no date', () => {
    for (const text of [
      '',
      'Tin mới nhận',
      '15:30',
      '31/02/2022',
      '13/13/2022',
      '00/05/2022',
      '2022-00-10',
      '2022-13-01',
      '2004-02-30',
      '2003-02-29',
      '2003-366',
      '2003-000',
      '30 Feb 2004',
      '01 Foo 2004',
      '05/3/2024 25:00',
      '05/3/2024 24:01',
      '05/3/2024 10:60',
      '05/3/2024 10:00:61',
      '2004-02-28T25:00Z',
      '1899-12-31',
      '2200-01-01',
      '0001-01-01T00:00:00',
      '0000-00-00 00:00:00',
      '0912345678',
      '107801280',
      '10780128001',
      '107801280012',
      '05/03',
      'tháng 3/2024',
      '10.20.30.40',
      '12024-03-05',
      'Ramar 5, 2004',
    ]) {
      it(JSON.stringify(text), () => expect(parseDate(text)).to.equal(undefined));
    }
  });

  it('ignores what follows a date’s usual length, and never reads half a year', () => {
    expect(read(`${'\n '.repeat(500)}05/3/2024`)).to.equal('2024-03-05T00:00:00+07:00 day');
    for (let before = 150; before < 220; before++) {
      expect(read(`${'x'.repeat(before)} 05/3/2024`)).to.be.oneOf(['2024-03-05T00:00:00+07:00 day', 'none']);
    }
    expect(read(`${'x'.repeat(200)} 05/3/2024`)).to.equal('none');
  });
});

describe('parseDay', () => {
  const rows: [text: string, expected: string | undefined][] = [
    ['ngày 05/3/2024', '2024-03-05'],
    ['ngày 05 tháng 3 năm 2024', '2024-03-05'],
    ['ngày 05, tháng 3, năm 2024', '2024-03-05'],
    ['Hà Nội, ngày\u00a005 tháng 3\nnăm 2024', '2024-03-05'],
    ['05-3-2024', '2024-03-05'],
    ['08.08.2022', '2022-08-08'],
    ['05 / 3 / 2024', '2024-03-05'],
    ['05-03-24', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024-03-04T20:00:00Z', '2024-03-04'],
    ['Mon, 04 Mar 2024 20:00:00 GMT', '2024-03-04'],
    ['20:00 04/03/2024', '2024-03-04'],
    ['12/25/2022', '2022-12-25'],
    ['Quyết định số 123/QĐ-TCT ngày 05/3/2024 về việc ban hành Quy chế', '2024-03-05'],
    ['Quyết định số 12 ngày 05 tháng 3 năm 2024', '2024-03-05'],
    ['Nghị định 30/2020/NĐ-CP ngày 05/3/2020', '2020-03-05'],
    ['Lịch học tuần 03 năm 2025 (từ 13/01 đến 17/01/2025)', '2025-01-17'],
    ['quyet-dinh-so-123-qd-tct-ngay-05-3-2024-ve-viec', '2024-03-05'],
    ['05 tháng 3, 10 giờ 30', undefined],
    ['Báo cáo 6 tháng năm 2022', undefined],
    ['Kế hoạch năm 2024 - 12/3', undefined],
    ['30/2020/NĐ-CP', undefined],
    ['Khóa 5-12/2024', undefined],
    ['Lịch công tác tháng 5-12/2024', undefined],
    ['31/02/2024', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of rows) {
    it(JSON.stringify(text), () => expect(parseDay(text)).to.equal(expected));
  }
});

describe('writesMonthFirst', () => {
  const rows: [texts: (string | undefined)[], expected: boolean][] = [
    [[], false],
    [['3/5/2020', '3/12/2020'], false],
    [['3/5/2020', undefined, '3/25/2020 9:00:00 AM'], true],
    [['3/25/2020', '25/3/2020'], false],
    [['25/3/2020', '3/25/2020'], false],
    [['03-25-2020'], true],
    [['3/32/2020', '13/13/2020', '2020/3/25', '2020-03-25', '25 Mar 2020'], false],
    [['01/02/2024 - 31/01/2024', '3/25/2024'], false],
    [['3/1/2024 - 3/25/2024'], true],
    [['Wed, 25 Mar 2020 09:00:00 GMT', 'Cập nhật: 9:00 | 3/25/20'], true],
  ];
  for (const [texts, expected] of rows)
    it(JSON.stringify(texts), () => expect(writesMonthFirst(texts)).to.equal(expected));

  it('decides as both orders agree, whatever the days', () => {
    const days = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), fc.boolean(), (dates, monthFirst) => {
        const texts = dates.map((date) => {
          const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1];
          return `${monthFirst ? `${month}/${day}` : `${day}/${month}`}/${date.getUTCFullYear()}`;
        });
        const proven = dates.some((date) => date.getUTCDate() > 12);
        expect(writesMonthFirst(texts)).to.equal(monthFirst && proven);
        if (!proven && monthFirst) return;
        expect(texts.map((text) => parseDay(text, writesMonthFirst(texts)))).to.deep.equal(
          dates.map((date) => date.toISOString().slice(0, 10)),
        );
      }),
    );
  });
});

describe('parseDate, for any instant', () => {
  const HOUR = 3_600_000;
  const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const THANG = [
    'Một',
    'Hai',
    'Ba',
    'Tư',
    'Năm',
    'Sáu',
    'Bảy',
    'Tám',
    'Chín',
    'Mười',
    'Mười Một',
    'Mười Hai',
  ];

  const moments = (from: string, to: string) =>
    fc
      .integer({ min: Date.parse(from) / 1_000, max: Date.parse(to) / 1_000 })
      .map((seconds) => seconds * 1_000);
  const century = moments('1900-01-02T00:00:00Z', '2199-12-30T00:00:00Z');
  /** Minutes east of Greenwich. */
  const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);

  const two = (part: number) => String(part).padStart(2, '0');
  const clock = (date: Date) =>
    [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  const inVietnam = (moment: number) => `${new Date(moment + 7 * HOUR).toISOString().slice(0, 19)}+07:00`;
  const offset = (minutes: number, colon: string) => {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
  };

  /** Prints the local clock of the zone that is `east` minutes ahead. */
  type Printer = (local: Date, east: number) => string;
  const zoned: Record<string, Printer> = {
    'RFC 822': (d, east) =>
      `${WEEKDAYS[d.getUTCDay()]}, ${two(d.getUTCDate())} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()} ${clock(d)} ${offset(east, '')}`,
    'RFC 3339': (d, east) => `${d.toISOString().slice(0, 19)}${offset(east, ':')}`,
    'ISO 8601, basic': (d, east) => `${d.toISOString().slice(0, 19).replace(/[-:]/g, '')}${offset(east, '')}`,
    'ISO 8601, day of the year': (d, east) => {
      const day = Math.floor((d.getTime() - Date.UTC(d.getUTCFullYear(), 0)) / (24 * HOUR)) + 1;
      return `${d.getUTCFullYear()}-${String(day).padStart(3, '0')}T${clock(d)}${offset(east, ':')}`;
    },
    asctime: (d, east) =>
      `${WEEKDAYS[d.getUTCDay()]} ${MONTHS[d.getUTCMonth()]} ${String(d.getUTCDate()).padStart(2)} ${clock(d)} ${offset(east, '')} ${d.getUTCFullYear()}`,
    'GMT behind the day': (d, east) =>
      `${clock(d)} ${d.getUTCDate()}/${d.getUTCMonth() + 1}/${d.getUTCFullYear()} (GMT${offset(east, ':')})`,
  };
  for (const [name, print] of Object.entries(zoned)) {
    it(`${name} in any zone`, () => {
      fc.assert(
        fc.property(century, offsets, (moment, east) => {
          expect(read(print(new Date(moment + east * 60_000), east))).to.equal(`${inVietnam(moment)} minute`);
        }),
      );
    });
  }

  const vietnamese: Record<string, Printer> = {
    'day first': (d) =>
      `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()} ${clock(d)}`,
    'dots and the clock first': (d) =>
      `${clock(d)} ${d.getUTCDate()}.${d.getUTCMonth() + 1}.${d.getUTCFullYear()}`,
    'SA and CH': (d) => {
      const [hour = '', rest] = clock(d).split(/:(.*)/);
      const half = Number(hour) < 12 ? 'SA' : 'CH';
      return `${Number(hour) % 12 || 12}:${rest} ${half} - ${d.getUTCDate()}/${d.getUTCMonth() + 1}/${d.getUTCFullYear()}`;
    },
    'months in figures': (d) =>
      `Thứ hai, ${d.getUTCDate()} Tháng ${d.getUTCMonth() + 1} ${d.getUTCFullYear()} ${clock(d)}`,
    'months in words': (d) =>
      `${clock(d)}, ngày ${d.getUTCDate()} tháng ${THANG[d.getUTCMonth()]} năm ${d.getUTCFullYear()}`,
    'months first': (d) =>
      `Tháng ${THANG[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()} ${clock(d)}`,
    'no zone': (d) => d.toISOString().slice(0, 19),
  };
  for (const [name, print] of Object.entries(vietnamese)) {
    it(`${name} in Vietnam's`, () => {
      fc.assert(
        fc.property(century, (moment) => {
          expect(read(print(new Date(moment + 7 * HOUR), 420))).to.equal(`${inVietnam(moment)} minute`);
        }),
      );
    });
  }

  it('RFC 850 with years of two digits', () => {
    fc.assert(
      fc.property(moments('1950-01-01T00:00:00Z', '2049-12-31T23:59:59Z'), (moment) => {
        const d = new Date(moment);
        const text = `${WEEKDAYS[d.getUTCDay()]}, ${two(d.getUTCDate())}-${MONTHS[d.getUTCMonth()]}-${two(d.getUTCFullYear() % 100)} ${clock(d)} GMT`;
        expect(read(text)).to.equal(`${inVietnam(moment)} minute`);
      }),
    );
  });

  it('ignores words around it', () => {
    fc.assert(
      fc.property(century, fc.stringMatching(/^[a-zđ ]{0,40}$/), (moment, words) => {
        const text = new Date(moment + 7 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
        expect(read(`Tin ${words} | ${text} | ${words}`)).to.equal(read(text));
      }),
    );
  });
});

describe('dates in hostile text', () => {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00 (day|hour|minute)$|^none$/;
  const crumbs = [
    '0',
    '1',
    '2',
    '9',
    '20',
    ' ',
    '-',
    '/',
    '.',
    ':',
    'T',
    'Z',
    '+',
    ',',
    'h',
    'jan',
    'tháng ',
    'năm ',
    'GMT',
    'pm',
  ];
  const texts = fc.oneof(
    fc.string(),
    anyText(40),
    fc.string({ unit: fc.constantFrom(...crumbs), maxLength: 60 }),
  );

  it('is a valid date or undefined', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).to.match(shape).and.equal(read(text));
        expect(parseDate(text, true)?.date ?? '2024-03-05T00:00:00+07:00').to.match(/^\d{4}-\d\d-\d\dT/);
        writesMonthFirst([text]);
        expect(parseDay(text) ?? '2024-03-05').to.match(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: propertyRuns(2_000) },
    );
  });

  // A runaway expression would exceed the test timeout.
  for (const crumb of [...crumbs, '1/', '1 ', '01:', '1-1', 'a1 ', '1 h ', 'th', 'thang muoi ', '\u0301']) {
    it(`ends for 100 KB of ${JSON.stringify(crumb)}`, () => {
      const text = crumb.repeat(100_000 / crumb.length);
      expect(read(text)).to.match(shape);
      expect(read(`${text}x`)).to.match(shape);
      parseDay(text);
    });
  }
});
