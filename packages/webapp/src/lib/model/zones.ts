/** Every zone that the browser knows, by its IANA name, and this one, which it may know by another. */
export const zonesWith = (zone: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), zone])].toSorted();
