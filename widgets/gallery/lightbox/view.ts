/** How a photo lies on the screen: enlarged about its middle, then moved. Pixels from the middle of its box. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** A photo of a size as it lies whole in a box; never larger than it is. */
export function fitted(photo: Size, box: Size): Size {
  const scale = Math.min(box.width / photo.width, box.height / photo.height, 1);
  return { width: photo.width * scale, height: photo.height * scale };
}

/** Enlarges to a scale and keeps the point under the fingers where it is. */
export function zoomAt({ scale, x, y }: View, to: number, point: { x: number; y: number }): View {
  const by = to / scale;
  return { scale: to, x: point.x - (point.x - x) * by, y: point.y - (point.y - y) * by };
}

/** Leaves no room beside a photo that is larger than its box, and keeps a smaller one in the middle. */
export function within({ scale, x, y }: View, shown: Size, box: Size): View {
  const limit = (at: number, length: number, room: number) => {
    const most = Math.max(0, (length * scale - room) / 2);
    return Math.min(most, Math.max(-most, at));
  };
  return { scale, x: limit(x, shown.width, box.width), y: limit(y, shown.height, box.height) };
}

/** How far a photo may be enlarged: to its own pixels, a small one three times. */
export function most(photo: Size, shown: Size): number {
  return Math.min(10, Math.max(3, photo.width / shown.width));
}

/** How far one press enlarges: until the photo fills its box, but so that it is seen to grow. */
export function usual(photo: Size, shown: Size, box: Size): number {
  const fills = Math.max(box.width / shown.width, box.height / shown.height);
  return Math.min(most(photo, shown), Math.max(2, fills));
}
