import { backgroundWords } from '../../extension/words/background-words.ts';
import { description } from '../../extension/words/description.ts';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Sizes (px) of the icons for the toolbar and the stores. */
export const ICONS = [16, 32, 48, 128];

/** The page of the popup, the side panel and the tab. */
const PANEL = 'popup/index.html';

const icons = Object.fromEntries(ICONS.map((size) => [size, `icons/${size}.png`]));

/**
 * The manifest for one browser. It requires no permission that a browser warns about at installation: access to hosts
 * and notifications is requested when it is needed.
 */
export function manifest(target: Target, version: string, homepage?: string): object {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    ...(homepage && { homepage_url: homepage }),
    default_locale: 'vi',
    icons,
    action: { default_title: '__MSG_name__', default_icon: icons, default_popup: PANEL },
    // The popup's page, staying open beside the tab.
    ...(target === 'chrome'
      ? { side_panel: { default_path: PANEL } }
      : {
          sidebar_action: {
            default_title: '__MSG_name__',
            default_icon: icons,
            default_panel: PANEL,
            open_at_install: false,
          },
        }),
    options_ui: { page: 'options/index.html', open_in_tab: true },
    background: {
      ...(target === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] }),
      type: 'module',
    },
    // Chromium before 114 does not know side panels, and ignores them.
    permissions: ['activeTab', 'alarms', ...(target === 'chrome' ? ['sidePanel'] : []), 'storage'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    // Pages run only code that is packaged. Setting a policy also replaces Firefox's default
    // `upgrade-insecure-requests`, which would break schools that have only http.
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

/** The name and description that the browser shows, by language. */
export function messages(): Record<string, object> {
  const texts = (name: string, description: string) => ({
    name: { message: name },
    description: { message: description },
  });
  return {
    vi: texts(backgroundWords.vi.name, description.vi),
    en: texts(backgroundWords.en.name, description.en),
  };
}
