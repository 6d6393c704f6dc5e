import type { Photo } from '../photo.ts';
import { type Measure, measure, type Size, type View, WHOLE } from './view.ts';

/**
 * A photo on the screen. Its box has the size of the screen and the picture lies whole in it, so that nothing moves when
 * the picture comes, whatever size it is of.
 */
export class Slide {
  readonly element = document.createElement('div');
  readonly #frame = document.createElement('div');
  #image?: HTMLImageElement;
  /** The address of the picture shown, once it is more than the small one. */
  #url?: string;
  #loading?: Promise<void>;
  #view = WHOLE;

  /**
   * @param name said of the photo to those who do not see it
   * @param broken what is said where no picture comes
   */
  constructor(
    private readonly photo: Photo,
    private readonly name: string,
    private readonly broken: string,
  ) {
    this.element.className = 'slide';
    this.#frame.className = 'frame';
    this.element.append(this.#frame);
    const [small, large] = photo.copies;
    // The small picture is mostly there already, and holds the place.
    if (large) this.#put(this.#picture(small!.url));
  }

  /** Fetches the photo, as large as the screen needs it. Settles when it is there, or words in its place. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    this.element.classList.add('waiting');
    const others = this.photo.copies.map(({ url }) => url).reverse();
    for (const url of new Set([this.#fitting(1), ...others])) if (!this.#url) await this.#fetch(url);
    this.element.classList.remove('waiting');
    if (this.#url) return;
    const words = document.createElement('p');
    words.textContent = this.broken;
    this.#image = undefined;
    this.#frame.replaceChildren(words);
  }

  /** The smallest copy that has the pixels the screen can show. */
  #fitting(scale: number): string {
    const { copies } = this.photo;
    const pixels = this.element.clientWidth * devicePixelRatio * scale;
    return (copies.find(({ width = 0 }) => width >= pixels) ?? this.photo).url;
  }

  #picture(url: string): HTMLImageElement {
    const image = new Image();
    Object.assign(image, { alt: this.name, draggable: false, referrerPolicy: 'no-referrer', src: url });
    return image;
  }

  #put(image: HTMLImageElement): void {
    this.#image = image;
    this.#frame.replaceChildren(image);
  }

  /** Shows what an address holds, if it is a picture. */
  async #fetch(url: string): Promise<void> {
    const image = this.#picture(url);
    try {
      await image.decode();
    } catch {
      return;
    }
    this.#put(image);
    this.#url = url;
    const { height, width } = this.#own;
    this.#frame.style.maxWidth = `${width}px`;
    this.#frame.style.maxHeight = `${height}px`;
  }

  /** The size of the photo itself, of which a copy has only the shape. */
  get #own(): Size {
    const { naturalHeight = 0, naturalWidth = 0 } = this.#image ?? {};
    const width = Math.max(this.photo.width ?? 0, naturalWidth) || 1;
    return { width, height: (width * naturalHeight) / naturalWidth || 1 };
  }

  get measure(): Measure {
    const { clientHeight: height, clientWidth: width } = this.element;
    return measure(this.#own, { width, height });
  }

  get view(): View {
    return this.#view;
  }

  /** Shows it so. What is to stay is sharp: a larger copy comes if there is one. */
  place(view: View, stays = false): void {
    this.#view = view;
    this.element.classList.toggle('glide', stays);
    this.#frame.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.scale})`;
    const better = this.#fitting(view.scale);
    if (stays && view.scale > 1 && this.#url && better !== this.#url) void this.#fetch(better);
  }
}
