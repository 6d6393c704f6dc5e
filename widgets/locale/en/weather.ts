import { formatDate } from '../calendar.ts';
import type { WeatherWords } from '../types/weather.ts';
import { MONTHS, WEEKDAYS } from './shared.ts';

const POINTS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];

export const en: WeatherWords = {
  heading: 'Weather',
  empty: 'No forecast yet.',
  failed: 'The weather could not be loaded.',
  place: 'Place',
  sky: {
    0: 'Clear sky',
    1: 'Mainly clear',
    2: 'Partly cloudy',
    3: 'Overcast',
    45: 'Fog',
    48: 'Freezing fog',
    51: 'Light drizzle',
    53: 'Drizzle',
    55: 'Dense drizzle',
    56: 'Light freezing drizzle',
    57: 'Freezing drizzle',
    61: 'Light rain',
    63: 'Rain',
    65: 'Heavy rain',
    66: 'Light freezing rain',
    67: 'Heavy freezing rain',
    71: 'Light snow',
    73: 'Snow',
    75: 'Heavy snow',
    77: 'Snow grains',
    80: 'Light showers',
    81: 'Showers',
    82: 'Violent showers',
    85: 'Light snow showers',
    86: 'Heavy snow showers',
    95: 'Thunderstorm',
    96: 'Thunderstorm with light hail',
    99: 'Thunderstorm with hail',
  },
  range: (low, high) => `${low} to ${high}`,
  feels: 'Feels like',
  humidity: 'Humidity',
  wind: 'Wind',
  chance: 'Chance of rain',
  rain: 'Rain in the last 15 min',
  uv: 'Highest UV index',
  sunrise: 'Sunrise',
  sunset: 'Sunset',
  windFrom: (speed, point) => (speed ? `${speed} km/h from the ${POINTS[point]}` : 'Calm'),
  uvLevels: ['low', 'moderate', 'high', 'very high', 'extreme'],
  point: '.',
  hours: (count) => `Next ${count} hours`,
  time: 'Time',
  temperature: 'Temperature',
  hour: (hour) => `${hour}:00`,
  days: (count) => `Next ${count} days`,
  today: 'Today',
  weekdays: WEEKDAYS,
  weekdayShort: (day) => WEEKDAYS[day]?.slice(0, 3) ?? '',
  warnings: 'Warnings',
  threats: { storm: 'Thunderstorm', rain: 'Heavy rain', heat: 'Severe heat', cold: 'Cold' },
  warning: (threat, hour, tomorrow) =>
    `${threat} ${hour ? `around ${hour} ${tomorrow ? 'tomorrow' : 'today'}` : 'now'}`,
  updated: 'Updated',
  moment: (date, now) =>
    formatDate(date, now, ({ day, month, time, daysAgo }) => {
      if (daysAgo < 2) return daysAgo > 0 ? `${time} yesterday` : time;
      return `${time} on ${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)}`;
    }),
  stale: (moment) => `No newer forecast. This one is from ${moment}.`,
  source: 'Data:',
};
