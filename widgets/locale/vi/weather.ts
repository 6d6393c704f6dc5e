import { formatDate } from '../calendar.ts';
import type { WeatherWords } from '../types/weather.ts';
import { WEEKDAYS } from './shared.ts';

const POINTS = ['Bắc', 'Đông Bắc', 'Đông', 'Đông Nam', 'Nam', 'Tây Nam', 'Tây', 'Tây Bắc'];

export const vi: WeatherWords = {
  heading: 'Thời tiết',
  empty: 'Chưa có dự báo.',
  failed: 'Không tải được thời tiết.',
  place: 'Địa điểm',
  sky: {
    0: 'Trời quang',
    1: 'Ít mây',
    2: 'Có mây',
    3: 'Nhiều mây',
    45: 'Sương mù',
    48: 'Sương mù đóng băng',
    51: 'Mưa phùn nhẹ',
    53: 'Mưa phùn',
    55: 'Mưa phùn dày hạt',
    56: 'Mưa phùn băng giá nhẹ',
    57: 'Mưa phùn băng giá',
    61: 'Mưa nhỏ',
    63: 'Mưa vừa',
    65: 'Mưa to',
    66: 'Mưa băng giá nhẹ',
    67: 'Mưa băng giá to',
    71: 'Tuyết rơi nhẹ',
    73: 'Tuyết rơi',
    75: 'Tuyết rơi dày',
    77: 'Tuyết hạt',
    80: 'Mưa rào nhẹ',
    81: 'Mưa rào',
    82: 'Mưa rào rất to',
    85: 'Mưa tuyết nhẹ',
    86: 'Mưa tuyết to',
    95: 'Dông',
    96: 'Dông, mưa đá nhẹ',
    99: 'Dông, mưa đá',
  },
  range: (low, high) => `Từ ${low} đến ${high}`,
  feels: 'Cảm giác như',
  humidity: 'Độ ẩm',
  wind: 'Gió',
  chance: 'Khả năng mưa',
  rain: 'Mưa 15 phút qua',
  uv: 'UV cao nhất',
  sunrise: 'Mặt trời mọc',
  sunset: 'Mặt trời lặn',
  windFrom: (speed, point) => (speed ? `${POINTS[point]}, ${speed} km/h` : 'Lặng gió'),
  uvLevels: ['thấp', 'trung bình', 'cao', 'rất cao', 'cực cao'],
  point: ',',
  hours: (count) => `${count} giờ tới`,
  time: 'Giờ',
  temperature: 'Nhiệt độ',
  hour: (hour) => `${hour}h`,
  days: (count) => `${count} ngày tới`,
  today: 'Hôm nay',
  weekdays: WEEKDAYS,
  weekdayShort: (day) => (day ? `T${day + 1}` : 'CN'),
  warnings: 'Cảnh báo',
  threats: { storm: 'Dông', rain: 'Mưa to', heat: 'Nắng nóng gay gắt', cold: 'Rét' },
  warning: (threat, hour, tomorrow) =>
    `${threat} ${hour ? `khoảng ${hour} ${tomorrow ? 'ngày mai' : 'hôm nay'}` : 'lúc này'}`,
  updated: 'Cập nhật lúc',
  moment: (date, now) =>
    formatDate(date, now, ({ day, month, year, time, daysAgo }) => {
      if (daysAgo < 2) return daysAgo > 0 ? `${time} hôm qua` : time;
      return `${time} ngày ${day}/${month}/${year}`;
    }),
  stale: (moment) => `Chưa có dự báo mới. Đây là dự báo lúc ${moment}.`,
  source: 'Số liệu:',
};
