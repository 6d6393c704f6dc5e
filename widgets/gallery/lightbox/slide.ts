import type { Photo } from '../photo.ts';
import { fitPhoto, IDENTITY, type PhotoFit, type Size, type Transform } from './transform.ts';

/**
 * A photo in the lightbox. Its box is as large as the screen and the picture is fitted into it, so that nothing moves
 * when a picture of any size arrives.
 */
export class Slide {
  readonly element = document.createElement('div');
  readonly #frame = document.createElement('div');
  #image?: HTMLImageElement;
  /** URL of the picture shown; unset while only the thumbnail is. */
  #url?: string;
  #loading?: Promise<void>;
  #transform = IDENTITY;

  /**
   * @param alt alternative text of the photo
   * @param broken the message shown if no copy can be loaded
   */
  constructor(
    private readonly photo: Photo,
    private readonly alt: string,
    private readonly broken: string,
  ) {
    this.element.className = 'slide';
    this.#frame.className = 'frame';
    this.element.append(this.#frame);
    const [small, large] = photo.copies;
    // The thumbnail is usually loaded already and serves as the placeholder.
    if (large) this.#setImage(this.#createImage(small!.url));
  }

  /** Loads the photo at the size the screen needs. Settles when it is shown, or the message if it failed. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    this.element.classList.add('loading');
    const fallbacks = this.photo.copies.map(({ url }) => url).reverse();
    for (const url of new Set([this.#urlForScale(1), ...fallbacks])) if (!this.#url) await this.#fetch(url);
    this.element.classList.remove('loading');
    if (this.#url) return;
    const message = document.createElement('p');
    message.textContent = this.broken;
    this.#image = undefined;
    this.#frame.replaceChildren(message);
  }

  /** URL of the smallest copy with enough pixels for a scale. */
  #urlForScale(scale: number): string {
    const { copies } = this.photo;
    const pixels = this.element.clientWidth * devicePixelRatio * scale;
    return (copies.find(({ width = 0 }) => width >= pixels) ?? this.photo).url;
  }

  #createImage(url: string): HTMLImageElement {
    const image = new Image();
    Object.assign(image, { alt: this.alt, draggable: false, referrerPolicy: 'no-referrer', src: url });
    return image;
  }

  #setImage(image: HTMLImageElement): void {
    this.#image = image;
    this.#frame.replaceChildren(image);
  }

  /** Loads a copy and shows it; does nothing if it cannot be decoded. */
  async #fetch(url: string): Promise<void> {
    const image = this.#createImage(url);
    try {
      await image.decode();
    } catch {
      return;
    }
    this.#setImage(image);
    this.#url = url;
    const { height, width } = this.#originalSize;
    this.#frame.style.maxWidth = `${width}px`;
    this.#frame.style.maxHeight = `${height}px`;
  }

  /** Size of the original, which a copy shares only the proportions of. */
  get #originalSize(): Size {
    const { naturalHeight = 0, naturalWidth = 0 } = this.#image ?? {};
    const width = Math.max(this.photo.width ?? 0, naturalWidth) || 1;
    return { width, height: (width * naturalHeight) / naturalWidth || 1 };
  }

  get fit(): PhotoFit {
    const { clientHeight: height, clientWidth: width } = this.element;
    return fitPhoto(this.#originalSize, { width, height });
  }

  get transform(): Transform {
    return this.#transform;
  }

  /** @param final animates the change, and loads a larger copy if the scale needs one */
  setTransform(transform: Transform, final = false): void {
    this.#transform = transform;
    this.element.classList.toggle('animated', final);
    this.#frame.style.transform = `translate(${transform.x}px,${transform.y}px) scale(${transform.scale})`;
    const url = this.#urlForScale(transform.scale);
    if (final && transform.scale > 1 && this.#url && url !== this.#url) void this.#fetch(url);
  }
}
