import { description } from '../words/description.ts';
import { en, vi } from '../words/worker.ts';

export type Target = 'chrome' | 'firefox';

/** Sizes of the toolbar's icons and of the stores' (px). */
export const ICONS = [16, 32, 48, 128];

const icons = Object.fromEntries(ICONS.map((size) => [size, `icons/${size}.png`]));

/**
 * The manifest of one browser. Nothing in it makes a browser warn before the installation: hosts and notifications
 * are asked for when they are needed.
 */
export function manifest(target: Target, version: string): object {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'vi',
    icons,
    action: { default_title: '__MSG_name__', default_icon: icons, default_popup: 'popup/index.html' },
    options_ui: { page: 'options/index.html', open_in_tab: true },
    background: {
      ...(target === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] }),
      type: 'module',
    },
    permissions: ['activeTab', 'alarms', 'storage'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    // No page of ours runs anything that did not come with it. Without Firefox's own rule, which would ask http
    // schools by https.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https: data:; connect-src http: https:; base-uri 'none'; form-action 'none'",
    },
    ...(target === 'chrome'
      ? { minimum_chrome_version: '109', storage: { managed_schema: 'managed-schema.json' } }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'tct-widgets@truong-chinh-tri',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  };
}

/** What the browser says of the extension, by language. */
export function messages(): Record<string, object> {
  const said = (name: string, description: string) => ({
    name: { message: name },
    description: { message: description },
  });
  return { vi: said(vi.name, description.vi), en: said(en.name, description.en) };
}
