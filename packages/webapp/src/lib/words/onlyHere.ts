/** What is read on this device and nowhere else. */
export const onlyHere = {
  label: 'Only on this device',
  hint: 'Nothing is sent: races, calendar and arm card are made on this device. There is no link to share.',
  fromWeb:
    'Sheets from the web come through the server. Remove them, or switch “Only on this device” off.',
  done: 'Read on this device; nothing was sent.',
  forget: 'Forget these results on this device',
  forgetSure: 'The sheets and the races are forgotten. They were on this device alone.',
  forgetYes: 'Forget',
  noneTitle: 'There is nothing on this device',
  none: 'The sheets were forgotten or are on another device. They can be read again any time.',
  unread: 'This device could not read it. The server may: send it without “Only on this device”.',
  failures: {
    NOT_A_PDF: 'This file is not a PDF inside.',
    ENCRYPTED: 'This PDF is locked with a password. Open it, print it to a new PDF, and add that.',
    TOO_MANY_PAGES: 'This PDF has more than 500 pages.',
    DAMAGED: 'This PDF is damaged or too large for this device.',
  },
};
