/** Times of day as sheets print them. */

/** Minutes since midnight of "09:12". */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** In minutes. No session is so long that hours further apart are of one day. */
export const HALF_A_DAY = 12 * 60;
