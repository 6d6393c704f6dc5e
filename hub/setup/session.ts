import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 bits, as text for URLs and headers. */
const newSecret = () => randomBytes(16).toString('base64url');

/** Compares in a time that does not depend on where the texts differ. */
function isSame(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Wrong keys until the key is void. A person who pastes half an address needs a few. */
const MAX_WRONG_KEYS = 5;
/** The oldest session ends when there are more. */
const MAX_SESSIONS = 20;

/**
 * Who may use the console: who has seen the terminal. A key is printed there, in an address, and can be used once, since
 * addresses end up in histories. The page exchanges it for a session.
 */
export class Sessions {
  private key: string | undefined;
  private wrongKeys = 0;
  private readonly sessions: string[] = [];

  /** A new key. The one before can no longer be used. */
  newKey(): string {
    this.key = newSecret();
    this.wrongKeys = 0;
    return this.key;
  }

  /** Begins a session; undefined if the key is wrong, used or void. */
  open(key: string): string | undefined {
    if (this.key === undefined) return undefined;
    if (!isSame(this.key, key)) {
      if (++this.wrongKeys >= MAX_WRONG_KEYS) this.key = undefined;
      return undefined;
    }
    this.key = undefined;
    const session = newSecret();
    this.sessions.push(session);
    if (this.sessions.length > MAX_SESSIONS) this.sessions.shift();
    return session;
  }

  has(session: string): boolean {
    return this.sessions.some((each) => isSame(each, session));
  }
}
