/** Where the service worker leaves files that were shared with the page. */
export const SHARED_KEY = 'heatsync.shared';
