/** The way that most tests begin with: names, sheets, go, until all is read. */
import type { SampleMeet } from '@heatsync/sheetgen';
import type { Page } from '@playwright/test';
import { form, web } from '../packages/webapp/src/lib/words/start.ts';
import {
  allRead,
  chooseFiles,
  find,
  openStart,
  pdfFile,
  typeName,
  type UploadFile,
} from './fixtures.ts';

export const sheetsOf = ({ files }: SampleMeet): UploadFile[] =>
  files.map((file) => pdfFile(file.name, file.pdf));

/** Fills in the form that is open: the first name, a field more for each other one, then the sheets. */
export const fillIn = async (page: Page, names: string[], files: UploadFile[]): Promise<void> => {
  const [first = '', ...others] = names;
  await typeName(page, first);
  for (const [index, name] of others.entries()) {
    await page.getByRole('button', { name: form.addSwimmer }).click();
    await page.getByLabel(form.swimmer(index + 2, names.length)).fill(name);
  }
  await chooseFiles(page, files);
};

/** The address of a PDF, into the form that is open. */
export const addAddress = async (page: Page, address: string): Promise<void> => {
  await page.getByLabel(web.label).fill(address);
  await page.getByRole('button', { name: web.take }).click();
};

/** From the empty start page to the results, once `read` of the sheets are read. */
export const search = async (
  page: Page,
  names: string[],
  files: UploadFile[],
  read = files.length,
): Promise<void> => {
  await openStart(page);
  await fillIn(page, names, files);
  await find(page);
  await allRead(page, read, files.length);
};

/** The quiet link of the start page, to the results of the sample meet. */
export const openSample = async (page: Page): Promise<void> => {
  await openStart(page);
  await page.getByRole('button', { name: form.sample }).click();
  await allRead(page, 3);
};
