/** "Add to home screen", offered once, after the first success. */
import { writable, type Readable } from 'svelte/store';

/** Chromium's event, which no standard has yet. */
type InstallPrompt = Event & { prompt: () => Promise<unknown> };

const KEY = 'heatsync.installOffered';

let kept: InstallPrompt | null = null;

const canOffer = writable(false);

const wasOffered = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // A device that keeps nothing would be asked every time.
    return true;
  }
};

/** Listens from the page's first moment: the browser says only once that it can. */
export const awaitInstallPrompt = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    kept = event as InstallPrompt;
    canOffer.set(!wasOffered());
  });
};

/** Whether the browser can and was not asked before. */
export const installOffer: Readable<boolean> = { subscribe: canOffer.subscribe };

const settle = (): void => {
  canOffer.set(false);
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // Then it is not offered on this device anyway.
  }
};

export const declineInstall = settle;

export const acceptInstall = async (): Promise<void> => {
  settle();
  await kept?.prompt();
};
