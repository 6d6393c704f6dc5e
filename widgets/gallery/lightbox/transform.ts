const MIN_MAX_SCALE = 3;
const MAX_MAX_SCALE = 10;
const MIN_ZOOM_STEP = 2;

/** A position in pixels from the centre of the photo's box. */
export interface Point {
  x: number;
  y: number;
}

/** How a photo is shown: scaled about the centre of its box, then moved. */
export interface Transform extends Point {
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The sizes that limit a transform: the original photo, its box, and the photo scaled down to fit the box. */
export interface PhotoFit {
  photo: Size;
  box: Size;
  fitted: Size;
}

/** Shows the whole photo. */
export const IDENTITY: Transform = { scale: 1, x: 0, y: 0 };

/** Fits a photo into a box without enlarging it. */
export function fitPhoto(photo: Size, box: Size): PhotoFit {
  const scale = Math.min(box.width / photo.width, box.height / photo.height, 1);
  return { photo, box, fitted: { width: photo.width * scale, height: photo.height * scale } };
}

/** Changes the scale and keeps a point of the photo where it is. */
export function zoomAt({ scale, x, y }: Transform, newScale: number, point: Point): Transform {
  const ratio = newScale / scale;
  return { scale: newScale, x: point.x - (point.x - x) * ratio, y: point.y - (point.y - y) * ratio };
}

/** Moves a photo back until it covers its box; centres it along a side on which it is smaller. */
export function clampTransform({ scale, x, y }: Transform, { box, fitted }: PhotoFit): Transform {
  const clamp = (position: number, length: number, available: number) => {
    const max = Math.max(0, (length * scale - available) / 2);
    return Math.min(max, Math.max(-max, position));
  };
  return scale > 1
    ? { scale, x: clamp(x, fitted.width, box.width), y: clamp(y, fitted.height, box.height) }
    : IDENTITY;
}

export function isOnPhoto(point: Point, { scale, x, y }: Transform, { fitted }: PhotoFit): boolean {
  return (
    Math.abs(point.x - x) * 2 <= fitted.width * scale && Math.abs(point.y - y) * 2 <= fitted.height * scale
  );
}

/** The largest scale: the photo's own pixels, and at least three times for small photos. */
export function maxScale({ photo, fitted }: PhotoFit): number {
  return Math.min(MAX_MAX_SCALE, Math.max(MIN_MAX_SCALE, photo.width / fitted.width));
}

/** The scale of one zoom step: until the photo fills its box, but by at least two times. */
export function zoomStep(fit: PhotoFit): number {
  const { box, fitted } = fit;
  return Math.min(
    maxScale(fit),
    Math.max(MIN_ZOOM_STEP, box.width / fitted.width, box.height / fitted.height),
  );
}
