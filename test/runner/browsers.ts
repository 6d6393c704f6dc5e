import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The supported browsers, in the order in which `npm run test:all` runs them. */
export const NAMES = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
  'chromium-109': 'Chromium 109',
} as const;

export type BrowserId = keyof typeof NAMES;

export const isBrowserId = (value: unknown): value is BrowserId =>
  typeof value === 'string' && Object.hasOwn(NAMES, value);

const CHROMIUM = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) => [
    `${process.env[root]}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env[root]}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${process.env[root]}\\CocCoc\\Browser\\Application\\browser.exe`,
  ]),
];
const FIREFOX = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
];
const WEBKIT = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];
const XVFB = ['/usr/bin/Xvfb', '/usr/bin/X11/Xvfb'];

const isRoot = process.getuid?.() === 0;
export const FLAGS = [
  // Chromium's sandbox refuses to run as root.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an installed browser, if there is one. */
export const installed = { chromium: () => find(CHROMIUM), firefox: () => find(FIREFOX) };

const find = (paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));

/** Installs Debian packages; only as root, as on a disposable machine. */
export function aptGet(...packages: string[]): boolean {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    run(['update', '-qq']);
    run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    return true;
  } catch {
    return false;
  }
}

const FONTS = ['fonts-liberation2', 'fonts-noto-core', 'fonts-noto-color-emoji'];
const CACHE = join(homedir(), '.cache', 'tct-widgets');

/** The path of Chrome for Testing, if it is in the cache. */
async function downloaded(): Promise<string | undefined> {
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const found = existsSync(CACHE) ? await getInstalledBrowsers({ cacheDir: CACHE }) : [];
  return found.at(-1)?.executablePath;
}

/** Downloads Chrome for Testing, for machines without a browser and without root. */
async function download(): Promise<string | undefined> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  try {
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
    console.log(`Downloading Chrome ${buildId} to ${CACHE} …`);
    return (await install({ browser: Browser.CHROME, buildId, cacheDir: CACHE })).executablePath;
  } catch (error) {
    console.log(`The download failed: ${(error as Error).message}`);
    return undefined;
  }
}

/** An installed Chrome, Chromium, Edge or Firefox; if there is none, installs or downloads one and prints that. */
export async function anyBrowser(): Promise<BrowserId | undefined> {
  if (find(CHROMIUM)) return 'chromium';
  if (find(FIREFOX)) return 'firefox';
  if (await downloaded()) return 'chromium';
  console.log('Found no Chrome, Chromium, Edge or Firefox (CHROME_PATH or FIREFOX_PATH can name one).');
  aptGet('chromium', ...FONTS);
  return find(CHROMIUM) || (await download()) ? 'chromium' : undefined;
}

/** Whether a browser can be started here; installs its Debian packages where that is possible. */
export async function isAvailable(browser: BrowserId): Promise<boolean> {
  switch (browser) {
    case 'chromium':
      if (!find(CHROMIUM)) aptGet('chromium', ...FONTS);
      return Boolean(find(CHROMIUM) ?? (await downloaded()));
    case 'firefox':
      if (!find(FIREFOX)) aptGet('firefox-esr', ...FONTS);
      return Boolean(find(FIREFOX));
    case 'webkit':
      if (!find(WEBKIT) || !find(XVFB)) aptGet('xvfb', 'webkit2gtk-driver');
      return Boolean(find(WEBKIT) && find(XVFB) && existsSync('/usr/bin/WebKitWebDriver'));
    case 'chromium-109':
      return Boolean(await packagedChromium().catch(() => undefined));
  }
}

/** The path of a browser that is installed. */
export async function pathOf(browser: BrowserId): Promise<string | undefined> {
  switch (browser) {
    case 'chromium':
      return find(CHROMIUM) ?? (await downloaded());
    case 'firefox':
      return find(FIREFOX);
    case 'webkit':
      return find(WEBKIT);
    case 'chromium-109':
      return packagedChromium();
  }
}

/** The path of the Chromium 109 contained in an npm package. Throws if it does not start on this machine. */
async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: carried } = await import('@sparticuz/chromium');
  const path = await carried.executablePath();
  // Without its system libraries it would not start, and each test file would wait for its timeout.
  execFileSync(path, ['--no-sandbox', '--headless', '--version'], { stdio: 'ignore', timeout: 30_000 });
  return path;
}
