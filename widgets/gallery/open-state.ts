import type { Item } from '../../core/model/feed.ts';
import { dispatch, type SelectDetail } from '../data/events.ts';
import { ALBUM_LEVEL, BackEntry, LIST_LEVEL, PHOTO_LEVEL } from './back-entry.ts';
import type { LightboxContent, LightboxHost } from './lightbox/lightbox.ts';
import { LightboxLoader } from './lightbox-loader.ts';
import { type Photo, photosOf } from './photo.ts';

/** Detail of the gallery's `tct-select`: the album or post, and the photo if one is opened in the lightbox. */
export interface PhotoSelectDetail extends SelectDetail<Item> {
  /** The photo that is opened; missing if an album is. */
  photo?: Photo;
}

/** What is open in a gallery: an album in the place of the covers, a photo in the lightbox. "Back" closes both. */
export class OpenState {
  readonly #backEntry: BackEntry;
  readonly #lightbox: LightboxLoader;
  #albumId?: string;
  /** The album that "forward" opens again. */
  #lastAlbumId?: string;

  /**
   * @param getAlbums returns the albums of a gallery that shows their covers
   * @param getContent returns the gallery's current photos
   * @param onAlbum called when an album was opened, or the one with the id `left` was closed
   */
  constructor(
    private readonly host: LightboxHost,
    private readonly getAlbums: () => readonly Item[] | undefined,
    private readonly getContent: () => LightboxContent,
    private readonly onAlbum: (left: string | undefined) => void,
  ) {
    this.#backEntry = new BackEntry(host);
    this.#backEntry.onMove = (level) => {
      this.#showAlbum(level > LIST_LEVEL ? this.#lastAlbumId : undefined);
      void this.#lightbox.toggle(level === PHOTO_LEVEL);
    };
    this.#lightbox = new LightboxLoader(host, getContent, () =>
      this.#backEntry.leaveTo(this.album ? ALBUM_LEVEL : LIST_LEVEL),
    );
    this.onFocus = this.#backEntry.prepare;
  }

  /** For the focus in the list: a key may open a photo. */
  readonly onFocus: () => void;

  /** Runs as soon as a pointer is pressed on a photo. */
  readonly onPointerDown = (): void => {
    this.#backEntry.prepare();
    void this.#lightbox.load();
  };

  /** The open album, unless it is no longer shown. */
  get album(): Item | undefined {
    return this.#albumId === undefined ? undefined : this.getAlbums()?.find(({ id }) => id === this.#albumId);
  }

  /** Opens a photo in the lightbox, or the photo's album if only covers are shown. */
  open(event: Event, photo: Photo): void {
    const { altKey, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const { item } = photo;
    const photos = this.getAlbums() ? photosOf(item) : undefined;
    const opensAlbum = photos && photos.length > 1 && !this.album;
    const detail: PhotoSelectDetail = opensAlbum ? { item } : { item, photo };
    if (!dispatch(this.host, 'tct-select', detail)) return;
    if (photo.isVideo) {
      location.assign(photo.url);
      return;
    }
    if (!this.album) this.#lastAlbumId = opensAlbum ? item.id : undefined;
    // Before anything is awaited, since Safari wants it in the click.
    this.#backEntry.enter(opensAlbum ? ALBUM_LEVEL : PHOTO_LEVEL);
    if (opensAlbum) this.#showAlbum(item.id);
    else {
      const content = this.getContent();
      void this.#lightbox.open(photo, photos ? { ...content, photos, loadMore: undefined } : content);
    }
  }

  /** Opens the photo that the page's URL names. */
  openRequested(): void {
    this.#lightbox.openRequested();
  }

  readonly closeAlbum = (): void => {
    this.#showAlbum(undefined);
    this.#backEntry.leaveTo(LIST_LEVEL);
  };

  #showAlbum(id: string | undefined): void {
    const left = this.#albumId;
    if (id === left) return;
    this.#albumId = id;
    this.onAlbum(left);
  }
}
