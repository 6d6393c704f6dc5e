import type { Photo } from '../photo.ts';

/** Width of a thumbnail with its margins, as in the styles. */
const STEP_PX = 60;
/** Thumbnails created beyond either edge. */
const MARGIN = 4;
/** For fewer photos there is no strip: it would show no more than "next" does. */
export const MIN_STRIP_PHOTOS = 3;

/**
 * A row of thumbnails that scrolls. They are created as they come near, so that an album of any size opens at once. Tab
 * stops at the current one alone; the lightbox's arrow keys move on from there.
 */
export class Strip {
  readonly element = document.createElement('div');
  readonly #track = document.createElement('div');
  readonly #buttons = new Map<number, HTMLButtonElement>();
  #photos: readonly Photo[] = [];
  #index = 0;

  /**
   * @param nameOf returns the accessible name of a photo by its index
   * @param onChoose called with the index of a chosen photo
   */
  constructor(
    private readonly nameOf: (index: number) => string,
    private readonly onChoose: (index: number) => void,
  ) {
    const { element } = this;
    element.className = 'strip';
    element.setAttribute('role', 'group');
    // Otherwise Firefox stops at whatever scrolls.
    element.tabIndex = -1;
    element.append(this.#track);
    element.addEventListener('scroll', this.#fill);
    element.addEventListener('wheel', ({ ctrlKey, deltaX, deltaY }) => {
      if (!ctrlKey) element.scrollLeft += deltaX || deltaY;
    });
  }

  /** Marks a photo and scrolls to it. */
  show(photos: readonly Photo[], index: number, label: string): void {
    if (photos.length < MIN_STRIP_PHOTOS) return;
    const { element } = this;
    const hadFocus = element.matches(':focus-within');
    const isNew = photos.length !== this.#photos.length || photos[0] !== this.#photos[0];
    if (isNew) this.clear();
    const previous = this.#buttons.get(this.#index);
    this.#photos = photos;
    this.#index = index;
    element.setAttribute('aria-label', label);
    this.#track.style.width = `${photos.length * STEP_PX}px`;
    const left = (index + 0.5) * STEP_PX - element.clientWidth / 2;
    const isFar = Math.abs(left - element.scrollLeft) > element.clientWidth;
    const isStill = isNew || isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollTo({ left, behavior: isStill ? 'auto' : 'smooth' });
    this.#fill();
    const current = this.#buttons.get(index) ?? this.#create(index);
    if (previous) mark(previous, false);
    mark(current, true);
    if (hadFocus) current.focus({ preventScroll: true });
  }

  clear(): void {
    this.#photos = [];
    this.#buttons.clear();
    this.#track.replaceChildren();
  }

  /** Creates the thumbnails in and near the visible part. */
  readonly #fill = (): void => {
    const { clientWidth, scrollLeft } = this.element;
    const first = Math.max(0, Math.floor(scrollLeft / STEP_PX) - MARGIN);
    const last = Math.min(this.#photos.length, Math.ceil((scrollLeft + clientWidth) / STEP_PX) + MARGIN);
    for (let index = first; index < last; index++) if (!this.#buttons.has(index)) this.#create(index);
  };

  #create(index: number): HTMLButtonElement {
    const button = document.createElement('button');
    const image = new Image();
    mark(button, false);
    button.setAttribute('aria-label', this.nameOf(index));
    button.style.left = `${index * STEP_PX}px`;
    button.addEventListener('click', () => this.onChoose(index));
    // The number stands for a picture that is missing.
    image.addEventListener('error', () => image.replaceWith(`${index + 1}`));
    const src = this.#photos[index]!.copies[0]!.url;
    const options = { alt: '', decoding: 'async', draggable: false, loading: 'lazy' };
    Object.assign(image, options, { referrerPolicy: 'no-referrer', src });
    button.append(image);
    // In order, for screen readers.
    const next = Math.min(...[...this.#buttons.keys()].filter((each) => each > index));
    this.#track.insertBefore(button, this.#buttons.get(next) ?? null);
    this.#buttons.set(index, button);
    return button;
  }
}

function mark(button: HTMLButtonElement, isCurrent: boolean): void {
  button.tabIndex = isCurrent ? 0 : -1;
  button.setAttribute('aria-current', String(isCurrent));
}
