/** What `embed.html` sends to the page that shows it in a frame, and `tct-frame.js` there receives. */
export interface HeightMessage {
  /** CSS pixels */
  tctHeight: number;
}

/** The message that asks for the height. */
export const HEIGHT_REQUEST = 'tctHeight';
