/** The help page: questions, what is read, what is kept. Written for a parent at the pool. */
export type Answer = { question: string; answer: readonly string[] };

/** Where a time comes from, by the word beside it. */
const times = [
  ['printed', 'The heat sheet itself prints when the heat starts.'],
  [
    'report',
    'Worked out from the meet’s session report, also called timeline: the start of the event, then the seed times of the heats before. Add the report to the heat sheets.',
  ],
  [
    'estimate',
    'Worked out in the same way from a start of the session that somebody typed in here.',
  ],
] as const;

const questions: readonly Answer[] = [
  {
    question: 'How do I know that no race is missing?',
    answer: [
      'HeatSync counts how often the name stands in the sheets. “All explained” means that every place is a race shown here, a relay leg, or a record of that name. If one is left over, the page says so: then look through the sheets yourself.',
      'Press a race to see the very line it was read from, and its page.',
    ],
  },
  {
    question: 'Which races cannot be found?',
    answer: [
      'Relays printed without their swimmers: the name is not there to be found. The page says which sheets have such relays.',
      'Finals: they are on a sheet of their own that is printed after the prelims.',
      'Whatever was changed at the pool after the sheet was printed.',
    ],
  },
  {
    question: 'My child is not found. What now?',
    answer: [
      'Sheets shorten long names, and entries misspell some. The page offers names that come close; one press looks for that name in the same sheets.',
      'If none is right, check that the sheets are those of this meet and this session.',
    ],
  },
  {
    question: 'Two swimmers have the same name. Do their races get mixed?',
    answer: [
      'No. The page asks which one is yours, by age and team, and shows the races of that one only.',
    ],
  },
  {
    question: 'Why has a race no time?',
    answer: [
      'Many sheets print none. Add the session report, or press “Add the start time” at the session: its heats then get estimates. Without either the race goes into the calendar as a note for the day.',
      'Meets run early and late: the pool’s own announcements count.',
    ],
  },
  {
    question: 'How do the races get into my calendar?',
    answer: [
      'iPhone, Mac and Outlook open the calendar file. Google Calendar on a phone cannot: press a race and “Add to Google Calendar”, or subscribe.',
      'A calendar that subscribes asks for news by itself, every few hours, some only once a day. Add a newer sheet and load the file again, and the entries move instead of doubling.',
    ],
  },
  {
    question: 'What is the arm card?',
    answer: [
      'Event, heat, lane and stroke in large figures, a card for each child and day: to copy onto an arm, to print, or to keep as a picture.',
    ],
  },
  {
    question: 'There is no connection at the pool.',
    answer: [
      'Results seen once on this device open without a connection for 30 days. Sheets that were sent are read on the server meanwhile, and the page catches up.',
    ],
  },
];

const formats: readonly Answer[] = [
  {
    question: 'Heat sheets',
    answer: [
      'PDFs as the meet’s program wrote them, in one, two or three columns: Hy-Tek Meet Manager, EasyWk, Splash Meet Manager and two small programs. Also called meet program, start list or Meldeergebnis.',
    ],
  },
  {
    question: 'Psych sheets',
    answer: ['They rank entries. Heats and lanes come later, with the heat sheet.'],
  },
  {
    question: 'Session reports and timelines',
    answer: ['They name no swimmers. They give the heats on the heat sheets their start times.'],
  },
  {
    question: 'Scans and photos',
    answer: [
      'A picture without text. Where the server has an AI model, that reads it, and each race says so: nothing proves that none is missing. Better look for the original PDF on the meet’s page.',
    ],
  },
  {
    question: 'What is not read',
    answer: [
      'Results of races that are over, entry books, relay rosters, PDFs locked with a password, Word and Excel files.',
    ],
  },
];

const kept: readonly Answer[] = [
  {
    question: 'The sheets',
    answer: [
      'A sheet is deleted from the server as soon as it is read. One that could not be read is kept for a day, so that it can be tried again.',
    ],
  },
  {
    question: 'The races',
    answer: [
      'What was read names the children at the meet. It is kept with your results until these expire, and no longer. Whoever has the link sees them.',
      'To delete all of it at once, press “Delete these results now” at the foot of the results. Only the device that made them can.',
    ],
  },
  {
    question: 'The AI model',
    answer: [
      'Only what HeatSync itself cannot read goes to an AI model, if the server has one: of a sheet with text the pages that name your swimmer, with every other name taken out; of a scan the pages as they are. The model’s provider deletes them within the hour.',
    ],
  },
  {
    question: 'Mail',
    answer: [
      'Whoever asks to be told by mail leaves an address. It is forgotten once the one mail is out. The mail names no swimmer, and its link stops all mail to that address, whoever asks for it.',
    ],
  },
  {
    question: 'Visits',
    answer: [
      'There is no account and no advertising. The operator of a server may count how often each kind of page is opened, how many sheets are read and why some are not: never whose, and no link.',
    ],
  },
  {
    question: 'On your device',
    answer: [
      'Names typed before and sheets not sent yet are kept on your device alone.',
      'The PDFs sent last stay on it too, so that a race can be shown as it stands on its page. They and results seen once go with “Delete these results now”.',
      'A chosen sheet is read on the device at once, by the same reader that the server uses: so the name completes from the people in it. A device that saves data leaves all of it to the server.',
      '“Only on this device” sends nothing: races, calendar file and arm card are made here. The sheets stay on the device until you forget the results there or make others.',
    ],
  },
];

export const help = {
  headline: 'How it works',
  lead: 'HeatSync reads the text of a heat sheet where it stands on the page: event, heat, lane, name, team, seed time. It guesses nothing.',
  contents: 'On this page',
  questionsTitle: 'Questions',
  questions,
  timesTitle: 'Where a time comes from',
  times,
  formatsTitle: 'What is read',
  formats,
  keptTitle: 'What is kept, and how long',
  kept,
} as const;
