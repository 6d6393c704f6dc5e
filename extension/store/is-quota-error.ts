/**
 * Whether storage has no room. Other errors, such as those of the disk, say nothing about that. Chromium says
 * `QUOTA_BYTES quota exceeded` or `Resource::kQuotaBytes quota exceeded`, Firefox `QuotaExceededError: …`.
 */
export const isQuotaError = (error: unknown): boolean => /quota[ _]?(?:bytes|exceeded)/i.test(String(error));
