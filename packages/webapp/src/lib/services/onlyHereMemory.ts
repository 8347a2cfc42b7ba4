/** Whether this device's owner wants sheets to stay on it. A device that keeps nothing asks again. */
const KEY = 'heatsync.onlyHere';

export const wantsOnlyHere = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
};

export const rememberOnlyHere = (wanted: boolean): void => {
  try {
    if (wanted) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is full or closed: the switch is off next time.
  }
};
