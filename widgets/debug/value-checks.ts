import { both, type Finding, join, type Words } from './finding.ts';
import { nearest } from './nearest.ts';

/** What is wrong with the value of an attribute. */
export interface ValueMistake {
  /** Follows the attribute in the sentence. */
  is: Words;
  remedy: Words;
}

type Check = (value: string, element: HTMLElement) => ValueMistake | undefined;

/** More make a page slow and help no reader. */
export const MAX_LIMIT = 100;
/** A document is one line; a forecast has no more days. */
export const MAX_LIMITS: Record<string, number> = { 'tct-document-list': 200, 'tct-weather': 16 };
const MAX_LATITUDE = 90;
const MAX_LONGITUDE = 180;

const words = (value: string): string[] => value.match(/[^\s,]+/g) ?? [];
const quote = (values: readonly string[]): string => values.join(', ');

/** Suggests the nearest of the values that may be written. */
export function oneOf(value: string, allowed: readonly string[], attribute: string): Words {
  const near = nearest(value, allowed);
  const list: Words = [`Chọn một trong: ${quote(allowed)}.`, `Choose one of: ${quote(allowed)}.`];
  return near
    ? join([`Có lẽ bạn muốn ghi ${attribute}="${near}".`, `Perhaps you mean ${attribute}="${near}".`], list)
    : list;
}

function number(
  value: string,
  isRight: (number: number) => boolean,
  should: Words,
  example: string,
): ValueMistake | undefined {
  const text = value.trim();
  return text && isRight(Number(text))
    ? undefined
    : {
        is: [`không phải ${should[0]}, nên không có tác dụng.`, `is not ${should[1]} and has no effect.`],
        remedy: [
          `Ghi ${should[0]}, ví dụ ${example}, hoặc bỏ thuộc tính.`,
          `Write ${should[1]}, such as ${example}, or remove the attribute.`,
        ],
      };
}

const degrees =
  (name: string, max: number, example: string): Check =>
  (value) =>
    number(
      value,
      (number) => Math.abs(number) <= max,
      [`số từ -${max} đến ${max}`, `a number from -${max} to ${max}`],
      `${name}="${example}"`,
    );

/** The checks of single attributes. Booleans and choices need none: see `check-attributes.ts`. */
export const VALUE_CHECKS: Record<string, Check> = {
  limit(value, { localName }) {
    const max = MAX_LIMITS[localName] ?? MAX_LIMIT;
    const wrong = number(
      value,
      (limit) => limit >= 1 && Number.isInteger(limit),
      ['số nguyên từ 1 trở lên', 'a whole number of 1 or more'],
      'limit="10"',
    );
    if (wrong || Number(value) <= max) return wrong;
    return localName === 'tct-weather'
      ? {
          is: ['nhiều hơn số ngày có trong dự báo.', 'is more days than a forecast has.'],
          remedy: [`Ghi nhiều nhất ${max}.`, `Write at most ${max}.`],
        }
      : {
          is: [
            'làm trang nặng và chậm, nhất là trên điện thoại.',
            'makes the page heavy and slow, above all on phones.',
          ],
          remedy: [
            `Ghi nhiều nhất ${max}: phần còn lại hiện khi bấm “Xem thêm”.`,
            `Write at most ${max}: “Show more” shows the rest.`,
          ],
        };
  },
  'heading-level': (value) =>
    number(
      value,
      (level) => level >= 1 && level <= 6,
      ['số từ 1 đến 6', 'a number from 1 to 6'],
      'heading-level="2"',
    ),
  refresh: (value) =>
    number(
      value,
      (minutes) => minutes === 0 || minutes >= 1,
      ['số phút từ 1 trở lên, hay 0', 'a number of minutes of 1 or more, or 0'],
      'refresh="15"',
    ),
  'new-for': (value) =>
    number(
      value,
      (days) => days >= 0,
      ['số ngày từ 0 trở lên', 'a number of days of 0 or more'],
      'new-for="3"',
    ),
  latitude: degrees('latitude', MAX_LATITUDE, '21.0245'),
  longitude: degrees('longitude', MAX_LONGITUDE, '105.8412'),
  autoplay(value, element) {
    if (value !== '0' && element.getAttribute('layout') !== 'carousel')
      return {
        is: ['chỉ có tác dụng cùng layout="carousel".', 'works only with layout="carousel".'],
        remedy: ['Thêm layout="carousel", hoặc bỏ autoplay.', 'Add layout="carousel", or remove autoplay.'],
      };
    return Number(value) < 0 || (Number(value) > 0 && Number(value) < 2)
      ? {
          is: [
            'quá nhanh để đọc, nên băng ảnh đợi 2 giây.',
            'is too fast to read; the carousel waits 2 seconds.',
          ],
          remedy: ['Ghi số giây từ 2 trở lên.', 'Write 2 seconds or more.'],
        }
      : undefined;
  },
  loading: (value) =>
    /^(?:|eager|lazy|auto)$/i.test(value)
      ? undefined
      : {
          is: ['không có nghĩa.', 'means nothing.'],
          remedy: [
            'Ghi loading="eager" để tải ngay, hoặc bỏ thuộc tính.',
            'Write loading="eager" to load at once, or remove the attribute.',
          ],
        },
  src(value) {
    const wrong = words(value).filter((url) => /^[a-z][a-z\d+.-]*:/i.test(url) && !/^https?:/i.test(url));
    if (!value.trim())
      return {
        is: [
          'không ghi địa chỉ nào, nên khối đọc trạm cạnh script.',
          'names no address, so the widget reads the hub beside the script.',
        ],
        remedy: ['Ghi địa chỉ, hoặc bỏ thuộc tính.', 'Write an address, or remove the attribute.'],
      };
    return wrong.length
      ? {
          is: [
            `có địa chỉ không phải http hay https: ${quote(wrong)}.`,
            `has addresses that are not http or https: ${quote(wrong)}.`,
          ],
          remedy: ['Ghi địa chỉ bắt đầu bằng https://.', 'Write addresses that begin with https://.'],
        }
      : undefined;
  },
  school: (_, { localName }) =>
    localName === 'tct-weather'
      ? {
          is: [
            'không có tác dụng: thời tiết theo nơi, không theo trường.',
            'has no effect: the weather belongs to places, not to schools.',
          ],
          remedy: ['Dùng places.', 'Use places.'],
        }
      : undefined,
  'more-href': (value) =>
    /^https?:|^[^:]*(?:[/?#]|$)/i.test(value)
      ? undefined
      : {
          is: [
            'không phải địa chỉ http hay https, nên bị bỏ qua.',
            'is no http or https address and is ignored.',
          ],
          remedy: ['Ghi địa chỉ bắt đầu bằng https://.', 'Write an address that begins with https://.'],
        },
};

/** What is wrong with a switch: HTML takes any value, even `false`, for “on”. */
export function checkSwitch(name: string, value: string): ValueMistake | undefined {
  return /^(?:false|0|no|off|không)$/i.test(value.trim())
    ? {
        is: [
          `vẫn bật ${name}: trong HTML, thuộc tính này có mặt là bật, dù giá trị là gì.`,
          `turns ${name} on: in HTML its presence does, whatever the value.`,
        ],
        remedy: [
          `Bỏ hẳn ${name} khỏi thẻ nếu không muốn bật.`,
          `Remove ${name} from the tag to turn it off.`,
        ],
      }
    : undefined;
}

/** A mistake as a finding about an attribute as it is written. */
export const mistakeFinding = (attribute: string, value: string, { is, remedy }: ValueMistake): Finding => ({
  problem: join(both(`${attribute}="${value}"`), is),
  remedy,
});
