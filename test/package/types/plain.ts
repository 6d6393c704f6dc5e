/** Checked by the compiler: what must be an error is marked as one. */
import 'tct-widgets';
import 'tct-widgets/gallery';
import { TctLatestNews as FromIndex, type LoadDetail } from 'tct-widgets';
import { type Feed, type Item, readFeed } from 'tct-widgets/core';
import { define, TctLatestNews } from 'tct-widgets/latest-news/element';
import { addLocale, en, type Locale, type LocaleWords } from 'tct-widgets/locale';
import { define as defineWeather, type PlaceForecast, TctWeather } from 'tct-widgets/weather/element';

const news = document.querySelector('tct-latest-news')!;
news.layout = 'timeline';
news.limit = 3;
news.theme = 'newspaper';
news.addEventListener('tct-load', (event) => {
  const detail: LoadDetail<Feed> = event.detail;
  detail.feed.items.map(({ title }) => title);
});
news.addEventListener('tct-select', ({ detail }) => {
  const item: Item = detail.item;
  return item;
});
news.renderItem = ({ title }, { isNew, locale }) => (isNew ? locale.newBadge : title);
// @ts-expect-error there is no such layout
news.layout = 'grid';
// @ts-expect-error a number
news.limit = '3';
// @ts-expect-error there is no such theme
news.theme = 'dark';
// @ts-expect-error there is no such detail
news.addEventListener('tct-load', ({ detail }) => detail.items);

const weather = document.createElement('tct-weather');
weather.layout = 'strip';
weather.addEventListener('tct-load', ({ detail }) => detail.feed.places.length);
weather.addEventListener('tct-select', ({ detail }) => {
  const place: PlaceForecast = detail.item;
  return place;
});
// @ts-expect-error a forecast has no items
weather.addEventListener('tct-load', ({ detail }) => detail.feed.items);

document.createElement('tct-gallery').addEventListener('tct-select', ({ detail }) => detail.photo);
document.createElement('tct-document-list').columns = 'number title';
// Events bubble.
document.body.addEventListener('tct-error', ({ detail }) => detail.url);

class MyNews extends TctLatestNews {
  protected override defaultHeading({ news }: Locale): string {
    return news.toUpperCase();
  }
}
customElements.define('my-news', MyNews);
define();
define('other-news', new CustomElementRegistry());
defineWeather('my-weather');
// @ts-expect-error a tag is a string
define(MyNews);
export const classes = [FromIndex, TctWeather];

addLocale({ lang: 'vi', news: 'Tin của Cụm', gallery: { video: 'Phim' } });
addLocale({ ...en, lang: 'fr' });
const words: LocaleWords = { lang: 'lo', views: (count) => `${count}` };
addLocale(words);
// @ts-expect-error the language is missing
addLocale({ news: 'Tin' });
// @ts-expect-error there is no such text
addLocale({ lang: 'vi', newsHeading: 'Tin' });

export const title: Promise<string | undefined> = readFeed('<rss/>', { url: 'https://hub.example/' }).then(
  (feed) => feed.title,
);
