import { calendar } from './calendar.ts';
import type { Locale } from './locale.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const POINTS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];

export const en: Locale = {
  lang: 'en',
  news: 'Latest news',
  loading: 'Loading…',
  empty: 'No news yet.',
  failed: 'The news could not be loaded.',
  retry: 'Try again',
  more: 'Show more',
  fresh: 'New',
  search: 'Search the news',
  searchPlaceholder: 'Search, accents optional',
  found: (count) => (count === 1 ? '1 post' : count ? `${count} posts` : 'Nothing found.'),
  views: (count) => `Views: ${count}`,
  missing: (names) => `Not loaded: ${names}`,
  stale: (when) => `No connection. This copy is from: ${when}.`,
  newWindow: '(opens in a new window)',
  date(date, precision, now) {
    const { day, month, year, hour, time, minutesAgo, daysAgo } = calendar(date, now);
    const clock = precision === 'day' ? '' : precision === 'hour' ? ` ${hour}h` : ` ${time}`;
    if (precision === 'minute' && minutesAgo >= 0 && minutesAgo < 60) {
      return minutesAgo ? `${minutesAgo} minute${minutesAgo > 1 ? 's' : ''} ago` : 'Just now';
    }
    if (daysAgo === 0) return `Today${clock}`;
    if (daysAgo === 1) return `Yesterday${clock}`;
    return `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
  },
  fullDate(date, precision) {
    const { day, month, year, hour, time, weekday } = calendar(date, 0);
    const clock = precision === 'day' ? '' : precision === 'hour' ? `, ${hour}h` : `, ${time}`;
    return `${WEEKDAYS[weekday]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}${clock}`;
  },
  documents: {
    heading: 'Documents',
    empty: 'No documents yet.',
    failed: 'The documents could not be loaded.',
    search: 'Search the documents',
    searchPlaceholder: 'Number, title… accents optional',
    filters: 'Filters',
    all: 'All',
    from: 'Issued from',
    to: 'Until',
    clear: 'Clear filters',
    sortBy: 'Sort by',
    newest: 'Newest',
    ascending: 'Ascending',
    descending: 'Descending',
    found: (count, more, loading) =>
      `${count ? `${String(count).replace(/\B(?=(...)+$)/g, ',')}${more ? '+' : ''} document${count > 1 ? 's' : ''}` : 'No documents found'}${loading ? ', loading more…' : ''}`,
    columns: {
      number: 'Number',
      issued: 'Issued',
      title: 'Title',
      type: 'Type',
      issuer: 'Issuer',
      signer: 'Signed by',
      field: 'Field',
      school: 'School',
      validity: 'Validity',
      files: 'Download',
    },
    validity: { valid: 'In force', coming: 'Comes into force', expired: 'No longer in force' },
    since: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    ended: (day) => `after ${day}`,
    day(date) {
      const [year, month, day] = date.split('-');
      return `${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}`;
    },
    size: (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`),
    file: 'File',
    download: (title) => `Download: ${title}`,
    previous: 'Previous page',
    next: 'Next page',
    page: (page, pages) => `Page ${page} of ${pages}`,
    pages: 'Pages of documents',
    unfinished: 'Older documents have not been loaded and are not on this print.',
  },
  weather: {
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
    rain: 'Rainfall',
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
    weekdayShort: (day) => WEEKDAYS[day]!.slice(0, 3),
    warnings: 'Warnings',
    threats: { storm: 'Thunderstorm', rain: 'Heavy rain', heat: 'Severe heat', cold: 'Cold' },
    warning: (threat, hour, tomorrow) =>
      `${threat} ${hour ? `around ${hour} ${tomorrow ? 'tomorrow' : 'today'}` : 'now'}`,
    updated: 'Updated',
    moment(date, now) {
      const { day, month, time, daysAgo } = calendar(date, now);
      if (daysAgo < 2) return daysAgo > 0 ? `${time} yesterday` : time;
      return `${time} on ${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)}`;
    },
    stale: (moment) => `No newer forecast. This one is from ${moment}.`,
    source: 'Data:',
  },
  gallery: {
    heading: 'Photos',
    empty: 'No photos yet.',
    failed: 'The photos could not be loaded.',
    photo: (number) => `Photo ${number}`,
    count: (photos) => (photos === 1 ? '1 photo' : `${photos} photos`),
    broken: 'This photo could not be loaded',
    previous: 'Previous photo',
    next: 'Next photo',
    pause: 'Pause',
    play: 'Play',
  },
  lightbox: {
    title: (name) => `Photo viewer: ${name}`,
    position: (number, of, text) => `Photo ${number} of ${of}: ${text}`,
    close: 'Close',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    share: 'Share',
    shared: 'The address of the photo was copied',
    address: 'Address of the photo, to be copied',
    download: 'Download the photo',
    original: 'Original page',
    credit: (names) => `Photo: ${names}`,
  },
};
