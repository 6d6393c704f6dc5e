import { useRef } from 'react';
import type { TctGallery } from 'tct-widgets/gallery';
import type {} from 'tct-widgets/react';

export function Page() {
  const gallery = useRef<TctGallery>(null);
  return (
    <>
      <tct-gallery
        ref={gallery}
        key="gallery"
        className="photos"
        style={{ '--tct-accent': '#00529b', marginBlock: '1em' }}
        aria-label="Ảnh"
        layout="justified"
        heading-level={3}
        noShare
        debug
        onClick={() => gallery.current?.reload()}
        ontct-select={(event) => {
          event.preventDefault();
          event.target.reload();
          console.log(event.detail.photo, event.detail.item);
        }}
      >
        <p>Đang tải</p>
      </tct-gallery>
      <tct-latest-news renderItem={({ title }, { isNew }) => (isNew ? title : '')} />
      <tct-weather ontct-load={({ detail }) => console.log(detail.feed.places)} />
      {/* @ts-expect-error there is no such layout */}
      <tct-gallery layout="list" />
      {/* @ts-expect-error a number */}
      <tct-latest-news limit="3" />
      {/* @ts-expect-error a forecast has no items */}
      <tct-weather ontct-load={({ detail }) => console.log(detail.feed.items)} />
      {/* @ts-expect-error there is no such attribute */}
      <tct-document-list layout="list" />
      {/* @ts-expect-error there is no such element */}
      <tct-news />
    </>
  );
}
