/** What the browser keeps for the page. Where it keeps nothing, as with site data blocked, the page works until it is left. */

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const SESSION = 'tct-console-session';
const LANGUAGE = 'tct-console-language';

export const keptSession = (): string | undefined =>
  attempt(() => sessionStorage.getItem(SESSION)) ?? undefined;

export function keepSession(session: string | undefined): void {
  attempt(() =>
    session === undefined ? sessionStorage.removeItem(SESSION) : sessionStorage.setItem(SESSION, session),
  );
}

/** Vietnamese unless English was chosen. */
export const keptLanguage = (): 'vi' | 'en' =>
  attempt(() => localStorage.getItem(LANGUAGE)) === 'en' ? 'en' : 'vi';

export const keepLanguage = (lang: 'vi' | 'en'): void =>
  void attempt(() => localStorage.setItem(LANGUAGE, lang));
