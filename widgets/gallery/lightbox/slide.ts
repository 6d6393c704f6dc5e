import type { Photo } from '../photo.ts';
import { fitted, most, type Size, usual, type View, WHOLE, within } from './view.ts';

/**
 * A photo on the screen. Its box has the size of the screen and the picture lies whole in it, so that nothing moves when
 * the picture comes, whatever size it is of.
 */
export class Slide {
  readonly element = document.createElement('div');
  readonly #frame = document.createElement('div');
  #image?: HTMLImageElement;
  #url?: string;
  #loading?: Promise<void>;
  #view = WHOLE;

  /** @param broken what is said where no picture comes */
  constructor(
    readonly photo: Photo,
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
    const { copies } = this.photo;
    const others = [...copies].reverse().map(({ url }) => url);
    const found = await this.#first(new Set([this.#fitting(1), ...others]));
    this.element.classList.remove('waiting');
    if (found) return;
    const words = document.createElement('p');
    words.textContent = `${this.name} – ${this.broken}`;
    this.#image = undefined;
    this.#frame.replaceChildren(words);
  }

  /** Shows the first of several addresses that has a picture. */
  async #first(urls: Iterable<string>): Promise<boolean> {
    for (const url of urls) if (await this.#fetch(url)) return true;
    return false;
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

  async #fetch(url: string): Promise<boolean> {
    const image = this.#picture(url);
    try {
      await image.decode();
    } catch {
      return false;
    }
    this.#put(image);
    this.#url = url;
    const { height, width } = this.#own;
    this.#frame.style.maxWidth = `${width}px`;
    this.#frame.style.maxHeight = `${height}px`;
    return true;
  }

  /** The size of the photo itself, of which a copy has only the shape. */
  get #own(): Size {
    const { naturalHeight = 0, naturalWidth = 0 } = this.#image ?? {};
    const width = Math.max(this.photo.width ?? 0, naturalWidth) || 1;
    return { width, height: (width * naturalHeight) / (naturalWidth || 1) || 1 };
  }

  get #box(): Size {
    const { clientHeight, clientWidth } = this.element;
    return { width: clientWidth, height: clientHeight };
  }

  get view(): View {
    return this.#view;
  }

  /** How far it may be enlarged. */
  get most(): number {
    return most(this.#own, fitted(this.#own, this.#box));
  }

  /** How far one press enlarges it. */
  get usual(): number {
    return usual(this.#own, fitted(this.#own, this.#box), this.#box);
  }

  /** Whether a point, in pixels from the middle, is on the photo. */
  isOn({ x, y }: { x: number; y: number }): boolean {
    const { scale, x: left, y: top } = this.#view;
    const { height, width } = fitted(this.#own, this.#box);
    return Math.abs(x - left) * 2 <= width * scale && Math.abs(y - top) * 2 <= height * scale;
  }

  /** A view that shows as much of the photo as there is room for. */
  within(view: View): View {
    return view.scale > 1 ? within(view, fitted(this.#own, this.#box), this.#box) : WHOLE;
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
