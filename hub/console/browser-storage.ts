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

const FOUND = 'tct-console-found';

/** Keeps what was found at sites, as JSON, for when the page is loaded again in the same session. */
export function keepFound(found: unknown): void {
  const session = keptSession();
  if (session !== undefined) attempt(() => sessionStorage.setItem(FOUND, JSON.stringify({ session, found })));
}

/** What was kept. Another server does not have the lists that it refers to. */
export const keptFound = (): unknown =>
  attempt(() => {
    const { session, found } = JSON.parse(sessionStorage.getItem(FOUND) ?? '{}');
    return session === keptSession() ? found : undefined;
  });
