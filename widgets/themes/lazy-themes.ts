import { TctElement } from '../base/tct-element.ts';

// Few pages use a theme. If it cannot be loaded, the widget looks as it does without one.
TctElement.applyTheme = (element) => {
  import('./themes.ts').then((code) => code.applyTheme(element)).catch(() => {});
};
