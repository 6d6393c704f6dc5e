import { css } from 'lit';
import type { Photo } from './photo.ts';

/** Of pictures whose size is unknown. */
const DEFAULT_RATIO = 3 / 2;
/** Beyond these a photo is cropped: it would be a mere line. */
const MIN_RATIO = 0.5;
const MAX_RATIO = 4;
/** About the height of a row. */
const ROW_PX = 220;

/** The aspect ratio in which the layout shows a photo. */
export const shownRatio = ({ ratio = DEFAULT_RATIO }: Photo): number =>
  Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio));

/** About the width at which the layout shows a photo, for browsers that do not compute `sizes` themselves. */
export const shownWidthPx = (photo: Photo): number => Math.round(ROW_PX * shownRatio(photo));

/** Takes the ratio of a photo from its picture. */
export function measure(photo: Photo, { naturalHeight, naturalWidth }: HTMLImageElement): void {
  // An SVG may have no size.
  photo.ratio = naturalWidth / naturalHeight || DEFAULT_RATIO;
}

/**
 * Rows that fill the width with photos in their own proportions. Photos grow and shrink by their ratio, so all in a row
 * are equally high; a filler keeps the last row from growing.
 */
export const styles = css`
  .justified ul {
    --row: 6em;
    display: flex;
    flex-wrap: wrap;
  }
  .justified ul::after {
    content: '';
    flex: 1000000;
    /* Takes back its own gap, so that it is never on a row of its own. */
    margin-inline-start: calc(-0.5 * var(--gap));
  }
  .justified .skeleton-line:last-child {
    display: none;
  }
  .justified li {
    flex: calc(100 * var(--ratio)) 1 calc(var(--ratio) * var(--row));
    min-inline-size: 0;
  }
  .justified .tile {
    aspect-ratio: var(--ratio);
    /* Crops a photo that fills its row alone. */
    inline-size: 100%;
    max-block-size: calc(2 * var(--row));
  }
  @container (min-width: 30em) {
    .justified ul {
      --row: 8em;
    }
  }
  @container (min-width: 46em) {
    .justified ul {
      --row: 10em;
    }
  }
  @container (min-width: 62em) {
    .justified ul {
      --row: 12em;
    }
  }
`;
