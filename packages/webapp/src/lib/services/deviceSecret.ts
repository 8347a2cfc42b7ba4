/** A random text that stays on this device: calendar entries made here bear no name, and the same ones the next time. */
const KEY = 'heatsync.calendar';

const random = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

export const deviceSecret = (): string => {
  try {
    const secret = localStorage.getItem(KEY) ?? random();
    localStorage.setItem(KEY, secret);
    return secret;
  } catch {
    return random();
  }
};
