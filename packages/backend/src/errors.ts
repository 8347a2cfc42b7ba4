import { ERROR_STATUS, type ErrorCode } from '@heatsync/shared';

/** What happened, what is safe, what to do. `{max}` and the like are filled in by `sentenceFor`. */
const SENTENCES: Record<ErrorCode, string> = {
  INVALID_REQUEST:
    'Something in this request is not as expected. Please reload the page and try again.',
  MISSING_SWIMMER:
    'Please type the swimmer’s name, so that HeatSync knows whose races to look for.',
  NO_PDFS: 'There is no heat sheet yet. Please add at least one PDF.',
  BATCH_TOO_LARGE: 'That is more than {max} heat sheets. Please add at most {max} at a time.',
  INVALID_PDF:
    'This file is not a PDF that can be opened. Please download it again and add it once more.',
  TOO_MANY_PAGES:
    'This PDF has more than {max} pages. Please add the heat sheet of one session at a time.',
  ENCRYPTED_PDF: 'This PDF is locked with a password. Please add a copy that opens without one.',
  UNREADABLE_SHEET:
    'This PDF holds no text that can be read; it may be a scan or a photo. Please look for the original PDF on the meet’s page, or ask the host for the file as the meet software wrote it.',
  SOURCE_GONE: 'The uploaded file is no longer here. Please add it again.',
  INVALID_URL: 'This is not a web address. It should begin with https://.',
  BLOCKED_URL: 'HeatSync may not open this address. Please download the PDF and drop it in.',
  FETCH_FAILED: 'This address could not be read. Please download the PDF and drop it in.',
  NOT_A_PDF_URL:
    'There is no PDF at this address. If it is the meet’s page, let HeatSync search it; else please download the PDF and drop it in.',
  NO_PDFS_FOUND:
    'No heat sheets were found on this page. Please download the PDFs and drop them in.',
  PAGE_TOO_LARGE: 'This page is too large to search. Please download the PDFs and drop them in.',
  REQUIRES_JAVASCRIPT:
    'This page cannot be searched from here. Please download the PDFs and drop them in.',
  INVALID_EMAIL: 'This does not look like an e-mail address. Please check it.',
  UNAUTHORIZED: 'This needs the operator’s key. Please check it.',
  FORBIDDEN:
    'Only the device that added these heat sheets may change or delete them. Please do it there.',
  NOT_FOUND: 'There is nothing at this address. Please check the link.',
  BATCH_NOT_FOUND:
    'These results are not here: they have expired or been deleted, or the link is cut short. Please check it, or add the heat sheets again.',
  JOB_NOT_FOUND: 'This heat sheet is not part of these results. Please reload the page.',
  RESULT_NOT_FOUND:
    'This result is not here: it has expired, or the link is cut short. Please check it, or add the heat sheet again.',
  BATCH_FINISHED: 'These heat sheets are already finished; there is nothing left to cancel.',
  NOTHING_TO_RETRY: 'No heat sheet failed; there is nothing to try again.',
  IDEMPOTENCY_CONFLICT:
    'The same request key was already used for other heat sheets. Please send them again.',
  PDF_TOO_LARGE: 'This file is larger than {max} MB. Please add a smaller PDF.',
  RATE_LIMITED: 'That was a lot at once. Please wait a minute and try again.',
  INTERNAL:
    'Something went wrong on our side. Your heat sheets are safe; please try again in a moment.',
  TIMEOUT: 'Reading this heat sheet took too long and was stopped. Please try again in a moment.',
  STARTING: 'HeatSync is just starting. Please try again in a moment.',
  ADMIN_DISABLED:
    'This server has no operator’s key, so nobody may do this here. Please set one first.',
  EMAIL_OPTED_OUT:
    'Whoever reads this address wants no mail from HeatSync. Please use another one, or keep the link to this page.',
  EMAIL_UNAVAILABLE: 'This server sends no mail. Please keep the link to this page instead.',
  CRAWLER_DISABLED:
    'This server does not search web pages. Please download the PDFs and drop them in.',
  BATCH_API_DISABLED:
    'This server does not take several heat sheets at once. Please add them one by one.',
  AI_UNAVAILABLE:
    'This sheet is a scan or of an unknown kind, and the AI model that reads those cannot be used by this server at the moment. Please try again later, or look for the original PDF.',
  AI_BUDGET_SPENT:
    'Today’s allowance for scanned sheets is used up. Please try again tomorrow, or look for the original PDF.',
  AI_REFUSED:
    'The AI model that reads scans would not read this sheet. Please look for the original PDF on the meet’s page.',
  AI_TRUNCATED:
    'There was more on a page of this scan than the AI model could write down. Please look for the original PDF on the meet’s page.',
  AI_CONTEXT_TOO_LONG:
    'A page of this scan is too large for the AI model. Please look for the original PDF on the meet’s page.',
  AI_RATE_LIMITED:
    'The AI model that reads scans is busy for longer than HeatSync waits. Please try again in an hour.',
  AI_SERVER_ERROR:
    'The AI model that reads scans did not work, several times in a row. Please try again in a while.',
  AI_TIMEOUT: 'The AI model took too long over this scan. Please try again in a while.',
  AI_BAD_ANSWER:
    'What the AI model said of this scan made no sense, several times in a row. Please try again in a while, or look for the original PDF.',
};

/** What else may help, where there is more to say than the sentence does. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  NOT_A_PDF_URL: 'Search the page itself: its heat sheets are then listed to choose from.',
  NO_PDFS_FOUND:
    'Heat sheets often stand on a page of their own: look for “Meet documents” or “Files”.',
  REQUIRES_JAVASCRIPT:
    'The page is put together in the browser. Open it there, copy the link of a PDF and paste that here.',
  PAGE_TOO_LARGE: 'Try the page of this one meet.',
  EMAIL_OPTED_OUT: 'Is it yours? The link that stopped the mail also lets it come again.',
  CRAWLER_DISABLED: 'The address of a PDF itself can still be added.',
  FETCH_FAILED: 'Check that the address opens in your browser without signing in.',
};

/** The advice that goes with a code, if there is any. */
export const hintFor = (code: ErrorCode): string | undefined => HINTS[code];

export type SentenceValues = { max?: number };

/** The sentence for a person that goes with a code. */
export const sentenceFor = (code: ErrorCode, values: SentenceValues = {}): string =>
  SENTENCES[code].replaceAll('{max}', String(values.max ?? ''));

/** A failure that a person may be told about: a code of the closed list and its sentence. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, values: SentenceValues = {}, options?: ErrorOptions) {
    super(sentenceFor(code, values), options);
    this.code = code;
  }

  /** HTTP status of the code. */
  get status() {
    return ERROR_STATUS[this.code];
  }
}

/** A failure that may be gone in a moment: a job tries again before it says so. */
export class TransientError extends AppError {}
