import { html, nothing, type TemplateResult } from 'lit';
import type { GalleryWords } from '../../locale/types/gallery.ts';
import type { LightboxWords } from '../../locale/types/lightbox.ts';
import { icons } from './icons.ts';

/** Content and controls of the viewer. */
export interface ViewerState {
  words: LightboxWords;
  galleryWords: GalleryWords;
  /** Contains the slides. */
  slider: Element;
  /** Contains the thumbnails; missing if there are only a few photos. */
  strip: Element | undefined;
  index: number;
  count: number;
  /** Whether older photos can be loaded. */
  hasMore: boolean;
  /** Describes the photo to screen readers. */
  description: string;
  caption: string | undefined;
  credits: unknown;
  /** A status message, for example that the URL was copied. */
  message: string;
  /** The URL to copy by hand; empty if it was copied. */
  shareUrl: string;
  hidesControls: boolean;
  zoomed: boolean;
  /** URL of the file to download, if that is offered. */
  download: string | undefined;
  onZoom: () => void;
  onFullScreen: () => void;
  /** Missing if sharing is not offered. */
  onShare: (() => void) | undefined;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}

/** Renders the lightbox: the photo, a toolbar, previous and next, caption and credits, thumbnails. */
export function viewer(state: ViewerState): TemplateResult {
  const { words, galleryWords, index, count, caption, hidesControls, shareUrl, zoomed } = state;
  const total = `${count}${state.hasMore ? '+' : ''}`;
  return html`<div class="viewer ${hidesControls ? 'controls-hidden' : ''} ${zoomed ? 'zoomed' : ''} ${state.strip ? 'with-strip' : ''}">
        ${state.slider}
        <div class="bar">
          <p class="unseen" role="status">${words.position(index + 1, total, state.description)}</p>
          <span aria-hidden="true">${index + 1} / ${total}</span>
          <span class="message" role="status">${state.message}</span>
          ${shareUrl ? html`<input readonly aria-label=${words.address} .value=${shareUrl}>` : nothing}
          <button aria-label=${zoomed ? words.zoomOut : words.zoomIn} @click=${state.onZoom}>${zoomed ? icons.zoomOut : icons.zoomIn}</button>
          ${document.fullscreenEnabled ? html`<button aria-label=${words.fullScreen} aria-pressed=${!!document.fullscreenElement} @click=${state.onFullScreen}>${icons.fullScreen}</button>` : nothing}
          ${state.onShare ? html`<button aria-label=${words.share} @click=${state.onShare}>${icons.share}</button>` : nothing}
          ${state.download ? html`<a class="button" href=${state.download} download target="_blank" rel="noopener" referrerpolicy="no-referrer" aria-label=${words.download}>${icons.download}</a>` : nothing}
          <button autofocus aria-label=${words.close} @click=${state.onClose}>${icons.close}</button>
        </div>
        <button part="turn" class="previous" aria-label=${galleryWords.previous} aria-disabled=${index === 0} @click=${() => state.onStep(-1)}>${icons.previous}</button>
        <button part="turn" class="next" aria-label=${galleryWords.next} aria-disabled=${index === count - 1} @click=${() => state.onStep(1)}>${icons.next}</button>
        <div class="text" id="text">${caption ? html`<p part="caption">${caption}</p>` : nothing}<p part="meta">${state.credits}</p></div>
        ${state.strip ?? nothing}
      </div>`;
}
