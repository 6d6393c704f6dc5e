const DAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

/** The number of shapes that `printedDate` prints. */
const DATE_SHAPES = 12;

/**
 * A date as schools' pages print it, in Vietnam's time. The first shape has no time of day.
 *
 * @param time ms since the epoch
 * @param shape from 0; after the last it starts again with the first
 */
export function printedDate(time: number, shape: number): string {
  const local = new Date(time + 7 * 3_600_000);
  const two = (part: number) => String(part).padStart(2, '0');
  const [day, month, year] = [two(local.getUTCDate()), two(local.getUTCMonth() + 1), local.getUTCFullYear()];
  const [hour, minute] = [local.getUTCHours(), two(local.getUTCMinutes())];
  const date = `${day}/${month}/${year}`;
  const clock = `${two(hour)}:${minute}`;
  const half = hour % 12 || 12;
  const weekday = DAYS[local.getUTCDay()]!;
  const shapes = [
    date,
    `${date} | ${half}:${minute} ${hour < 12 ? 'AM' : 'PM'}`,
    `${date} ${clock}`,
    `${weekday} - ${date} ${clock}`,
    `${day}.${month}.${year} ${clock}`,
    `${clock} ${date}`,
    `${clock}:56 ${date} (GMT+7)`,
    `Thứ ${local.getUTCDay() + 1}, ${date}, ${clock}[GMT+7]`,
    `${date} ${two(half)}:${minute} ${hour < 12 ? 'SA' : 'CH'}`,
    `${two(half)}:${minute} ${hour < 12 ? 'SA' : 'CH'} - ${date}`,
    `${weekday}, ${day} Tháng ${local.getUTCMonth() + 1} ${year} ${clock}`,
    `Ngày đăng: ${date}`,
  ];
  return shapes[shape % DATE_SHAPES]!;
}
