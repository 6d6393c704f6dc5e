import { browser } from '../browser.ts';
import { parsePolicy, storedPolicy } from '../schools/policy.ts';
import { readStore } from '../shared-store.ts';

/** How long a policy may take to arrive after the installation (ms); 1 to 3 s were measured. */
const POLICY_WAIT_MS = 10_000;

/** Resolves when a policy has arrived or changed, at the latest after `POLICY_WAIT_MS`. */
function policyArrival(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, POLICY_WAIT_MS);
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') resolve();
    });
  });
}

/** Whether an administrator or another program installed the extension, rather than the user. */
async function isInstalledByOthers(): Promise<boolean> {
  const { installType = 'normal' } = (await browser.management?.getSelf()) ?? {};
  return installType === 'admin' || installType === 'sideload';
}

/**
 * Opens the settings after the installation, unless the policy forbids it. Chromium installs the extension before it
 * reads the policy: an empty one means nothing until it has had time to arrive. If none arrives, a user who installed
 * the extension is welcomed; where others did, there may be one all the same, and nobody asked for a page.
 */
export async function openWelcomePage(): Promise<void> {
  const arrival = policyArrival();
  let policy = await storedPolicy();
  const isCertain = !policy || Object.keys(policy).length > 0;
  if (!isCertain) {
    await arrival;
    policy = await storedPolicy();
  }
  const { settings } = await readStore();
  const managed = parsePolicy(policy ?? {});
  if (settings.welcomed || managed?.firstRun === false) return;
  if (!managed && !isCertain && (await isInstalledByOthers())) return;
  await browser.runtime.openOptionsPage();
}
