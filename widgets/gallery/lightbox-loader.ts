import type { Lightbox, LightboxContent, LightboxHost } from './lightbox/lightbox.ts';
import type { Photo } from './photo.ts';

/** Opens photos in the lightbox, whose code it loads when a photo is about to be opened. */
export class LightboxLoader {
  #lightbox?: Promise<Lightbox>;

  /**
   * @param getContent returns the gallery's current photos, for a photo that the URL names
   * @param onClosed called when a photo was closed
   */
  constructor(
    private readonly host: LightboxHost,
    private readonly getContent: () => LightboxContent,
    private readonly onClosed: () => void,
  ) {}

  readonly load = (): Promise<Lightbox> => {
    this.#lightbox ??= import('./lightbox/lightbox.ts').then(
      ({ Lightbox }) => new Lightbox(this.host, this.getContent, this.onClosed),
    );
    // The next press retries after a failure.
    this.#lightbox.catch(() => (this.#lightbox = undefined));
    return this.#lightbox;
  };

  async open(photo: Photo, content: LightboxContent): Promise<void> {
    try {
      const lightbox = await this.load();
      if (this.host.isConnected) lightbox.open(photo, content);
    } catch {
      // Without the lightbox, navigate to the photo.
      location.assign(photo.url);
    }
  }

  /** Opens the photo that the page's URL names. */
  openRequested(): void {
    this.load()
      .then((lightbox) => lightbox.openRequested())
      .catch(() => {});
  }

  /** Opens the last photo again, or closes it, if there was one. */
  async toggle(open: boolean): Promise<void> {
    const lightbox = await this.#lightbox;
    if (open) lightbox?.reopen();
    else lightbox?.close();
  }
}
