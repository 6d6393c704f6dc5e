import type { Post } from '../store/schema.ts';
import type { DialogName } from './dialogs.ts';
import { isOlderThan } from './list-filter.ts';
import type { MenuActs } from './menu.ts';
import type { PopupController } from './popup-controller.ts';
import { hasSidePanel } from './side-panel.ts';

/** More tabs than these are opened only after asking. */
const MANY_TABS = 10;

/**
 * What the menu does with the listed posts.
 *
 * @param unread those that are unread
 * @param toOpen those of them that have a link
 */
export function menuActs(
  unread: readonly Post[],
  toOpen: readonly Post[],
  now: number,
  controller: PopupController,
  print: () => void,
  show: (dialog: DialogName) => void,
): MenuActs {
  const { place } = controller;
  const older = (days: number) => unread.filter((post) => isOlderThan(post, days, now));
  return {
    unread: toOpen.length,
    openUnread: () => (toOpen.length > MANY_TABS ? show('manyTabs') : void controller.openAll(toOpen)),
    hasOlder: (days) => older(days).length > 0,
    readOlder: (days) => void controller.setRead(older(days), true),
    history: () => show('history'),
    print,
    sidePanel: hasSidePanel && place !== 'panel' ? () => void controller.openSidePanel() : undefined,
    tab: place === 'tab' ? undefined : () => void controller.openTab(),
    help: () => show('help'),
    settings: () => void controller.openSettings('schools'),
  };
}
