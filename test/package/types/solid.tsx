/** @jsxImportSource solid-js */
import type { TctLatestNews } from 'tct-widgets/latest-news';
import type {} from 'tct-widgets/solid';

let news: TctLatestNews | undefined;

export const Page = () => (
  <>
    <tct-latest-news
      ref={news}
      class="news"
      layout="cards"
      limit={3}
      prop:mergeSame={true}
      on:tct-load={({ detail }) => console.log(detail.feed.items)}
      onClick={() => news?.reload()}
    />
    {/* @ts-expect-error there is no such layout */}
    <tct-gallery layout="list" />
    {/* @ts-expect-error a number */}
    <tct-latest-news limit="3" />
    {/* @ts-expect-error a forecast has no items */}
    <tct-weather on:tct-load={({ detail }) => console.log(detail.feed.items)} />
  </>
);
