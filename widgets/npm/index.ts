/** `tct-widgets`: importing it defines all four elements. */
export { type DocumentContext, TctDocumentList } from './document-list.ts';
export {
  type ErrorDetail,
  type Feed,
  type Item,
  type LoadDetail,
  type Photo,
  type PhotoContext,
  type PhotoSelectDetail,
  type SelectDetail,
  TctGallery,
} from './gallery.ts';
export { type ItemContext, TctLatestNews } from './latest-news.ts';
export {
  type ForecastList,
  type ForecastResponse,
  type PlaceForecast,
  TctWeather,
  type WeatherContext,
} from './weather.ts';
