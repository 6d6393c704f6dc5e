/** Pixels from the middle of a photo's box. */
export interface Point {
  x: number;
  y: number;
}

/** How a photo lies on the screen: enlarged about the middle of its box, then moved. */
export interface View extends Point {
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What views are reckoned from: the photo, the box it lies in, and its size where it lies whole in it. */
export interface Measure {
  photo: Size;
  box: Size;
  whole: Size;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** A photo that lies whole in its box, never larger than it is. */
export function measure(photo: Size, box: Size): Measure {
  const scale = Math.min(box.width / photo.width, box.height / photo.height, 1);
  return { photo, box, whole: { width: photo.width * scale, height: photo.height * scale } };
}

/** Enlarges to a scale and keeps the point under the fingers where it is. */
export function zoomAt({ scale, x, y }: View, to: number, point: Point): View {
  const by = to / scale;
  return { scale: to, x: point.x - (point.x - x) * by, y: point.y - (point.y - y) * by };
}

/** Leaves no room beside a photo that is larger than its box, and keeps a smaller one in the middle. */
export function within({ scale, x, y }: View, { box, whole }: Measure): View {
  const limit = (at: number, length: number, room: number) => {
    const far = Math.max(0, (length * scale - room) / 2);
    return Math.min(far, Math.max(-far, at));
  };
  return scale > 1
    ? { scale, x: limit(x, whole.width, box.width), y: limit(y, whole.height, box.height) }
    : WHOLE;
}

/** Whether a point is on the photo. */
export function isOn(point: Point, { scale, x, y }: View, { whole }: Measure): boolean {
  return (
    Math.abs(point.x - x) * 2 <= whole.width * scale && Math.abs(point.y - y) * 2 <= whole.height * scale
  );
}

/** How far a photo may be enlarged: to its own pixels, a small one three times. */
export function most({ photo, whole }: Measure): number {
  return Math.min(10, Math.max(3, photo.width / whole.width));
}

/** How far one press enlarges: until the photo fills its box, but so that it is seen to grow. */
export function usual(measure: Measure): number {
  const { box, whole } = measure;
  return Math.min(most(measure), Math.max(2, box.width / whole.width, box.height / whole.height));
}
