import type { Feed, Item } from '../../core/model/feed.ts';
import type { PlaceForecast } from '../../core/model/forecast.ts';

/** One place as the source sent it: Open-Meteo's response, to which the hub adds `id`, `name` and `fetched_at`. */
export interface ForecastResponse {
  id?: string;
  name?: string;
  /** ISO 8601. */
  fetched_at?: string;
  [variable: string]: unknown;
}

/** Data of `<tct-weather>`: the hub's `weather.json`, or Open-Meteo's response for one place or several. */
export interface ForecastList {
  title?: string;
  places: readonly ForecastResponse[];
}

/** Detail of `tct-load`: the data from a source. */
export interface LoadDetail<Data = Feed | ForecastList> {
  /** The data that was read. */
  feed: Data;
  /** Where it came from; empty for data that the page's script or tag supplies. */
  url: string;
}

/** Detail of `tct-error`: why a source could not be read. */
export interface ErrorDetail {
  /** What was thrown: a `FeedError` says in both languages what was read instead of a feed. */
  error: unknown;
  /** The address that was asked; empty if there is none to ask. */
  url: string;
}

/** Detail of `tct-select`: the post, document, photo's item or place that was chosen. */
export interface SelectDetail<Selected = Item | PlaceForecast> {
  /** The post, the document, the album or post of a photo, or the place. */
  item: Selected;
}

/** The events of an element that loads `Data` and lets the user select. */
export interface TctEventMap<Data, Detail> extends Omit<HTMLElementEventMap, 'tct-load' | 'tct-select'> {
  'tct-load': CustomEvent<LoadDetail<Data>>;
  'tct-select': CustomEvent<Detail>;
}

declare global {
  interface HTMLElementEventMap {
    'tct-load': CustomEvent<LoadDetail>;
    'tct-error': CustomEvent<ErrorDetail>;
    'tct-select': CustomEvent<SelectDetail>;
  }
}

/**
 * Dispatches a cancelable event that bubbles and crosses shadow roots.
 *
 * @returns false if the page cancelled it
 */
export function dispatch<Type extends 'tct-load' | 'tct-error' | 'tct-select'>(
  host: HTMLElement,
  type: Type,
  detail: HTMLElementEventMap[Type]['detail'],
): boolean {
  return host.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
