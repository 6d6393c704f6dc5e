import { TctElement } from '../base/tct-element.ts';
import { localeListeners } from './locale-listeners.ts';

// Widgets in a page show at once what `addLocale` adds. Must run before the first subclass is defined: Lit copies the
// initializers then.
TctElement.addInitializer((element) => {
  const update = () => element.requestUpdate();
  element.addController({
    hostConnected: () => localeListeners.add(update),
    hostDisconnected: () => localeListeners.delete(update),
  });
});
