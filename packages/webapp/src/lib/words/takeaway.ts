/** What is done with the races: calendar, arm card, mail, home screen, deleting. */
import { DOUBT_MARK } from '../model/armCard.ts';

/** What people call the zone, "Pacific Time"; where the browser has but figures for it ("GMT+03:00"), its city. */
export const zoneWords = (zone: string): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (name !== '' && !/\d/.test(name)) return name;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
};

export const exporting = {
  title: 'Calendar',
  which: 'Which races',
  choose: (chosen: number, all: number): string =>
    chosen === all ? 'Leave some races out' : `${chosen} of ${all} chosen`,
  reminder: 'Remind me before the start',
  minutes: (n: number): string => `${n} min`,
  /** Sheets that disagree about a race make an entry each of it. */
  add: (entries: number, races: number): string =>
    entries === races ? `Add ${entries} to calendar` : `Add ${entries} entries to calendar`,
  addNone: 'Nothing to add',
  zone: (zone: string): string => `Start times are in ${zoneWords(zone)},`,
  zoneMeet: 'the meet’s own time zone.',
  zoneViewer: 'the time zone of this device.',
  zoneOther: 'The meet is in another time zone',
  zoneAsk: 'Time zone of the meet',
  /** "America, New York (Eastern Time)". */
  zonePlace: (zone: string): string =>
    `${zone.replaceAll('/', ', ').replaceAll('_', ' ')} (${zoneWords(zone)})`,
  /** `canAdd`: this device may say on which day a session is. */
  undated: (n: number, canAdd: boolean): string => {
    const what =
      n === 1 ? '1 race has no date on the sheet' : `${n} races have no date on the sheet`;
    if (!canAdd) return `${what} and cannot go on the calendar.`;
    return n === 1
      ? `${what}: add the day of its session, and it can go on the calendar.`
      : `${what}: add the day of their session, and they can go on the calendar.`;
  },
  twice: (n: number): string =>
    n === 1
      ? 'The sheets disagree about 1 race: it goes in both ways until you leave one out.'
      : `The sheets disagree about ${n} races: they go in both ways until you leave one of each out.`,
  untimed: (n: number): string =>
    n === 1
      ? '1 race has no time and goes in as a note for the day.'
      : `${n} races have no time and go in as notes for the day.`,
  next: 'What to do next',
  print: 'Print this page',
  google: 'Add to Google Calendar',
  subscribe: 'Subscribe instead',
  subscribeHint:
    'Your calendar then follows these sheets by itself. Most calendars ask for news every few hours, some only once a day.',
  share: 'Share the link',
  shared: 'Link copied',
  qr: 'Show the link as a QR code',
  qrLabel: 'QR code of the link to this page',
  shareHint: 'Whoever has the link sees these races.',
  shareFailed: 'The link could not be copied. It is in the address bar.',
};

export const card = {
  title: 'Arm card',
  heads: ['event', 'heat', 'lane', 'stroke'],
  doubt: `${DOUBT_MARK} The sheets disagree about this race: check which one is newer.`,
  print: 'Print the cards',
  save: 'Save as a picture',
  close: 'Close the arm card',
  filename: (date: string | null): string => `arm-card${date ? `-${date}` : ''}.png`,
  notSaved: 'The picture could not be saved. Print the card, or take a screenshot of it.',
} as const;

export const mail = {
  ask: 'Get a mail when all sheets are read',
  example: 'you@example.org',
  send: 'Tell me',
  hint: 'One mail, and no name in it. The address is forgotten once it is out.',
  asked: (address: string | null): string =>
    `One mail goes ${address ? `to ${address}` : 'out'} when all sheets are read. You can close this page.`,
  onItsWay: 'The mail is on its way.',
};

export const homeScreen = {
  offer:
    'On the home screen HeatSync opens without a connection, and takes PDFs that you share from mail or files.',
  add: 'Add to home screen',
  no: 'Not now',
};

export const deleting = {
  ask: 'Delete these results now',
  sure: 'Everything read for these results is deleted from the server, and the link stops working.',
  yes: 'Delete',
  no: 'Keep',
};
