import type { Page } from '@playwright/test';
import { mail } from '../packages/webapp/src/lib/words/takeaway.ts';
import { allRead, barriers, expect, find, noBrowser, openStart, rows, test } from './fixtures.ts';
import { letterTo } from './postOffice.ts';
import { sampleMeet } from './sampleMeet.ts';
import { addAddress, fillIn, sheetsOf } from './search.ts';

const site = process.env['MEET_URL'] ?? '';

test.skip(noBrowser !== '', noBrowser);
test.skip(noBrowser === '' && !process.env['MAIL_FOLDER'], 'the program was started elsewhere');

/** Two sheets, of which the second is not handed out before it is released. */
const submit = async (page: Page, held: string): Promise<void> => {
  const sample = await sampleMeet();
  const { swimmer } = sample;
  await openStart(page);
  await fillIn(page, [swimmer], sheetsOf(sample).slice(0, 1));
  await addAddress(page, `${site}/held/${held}.pdf`);
  await find(page);
};

test.describe('whoever does not want to wait', () => {
  // The browser reports the server's 400 on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('is told by mail, once, and can stop all of it', async ({ page, shot, context }, info) => {
    const name = `${info.project.name}-${Date.now()}`;
    const address = `parent-${name}@home.example`;
    const { swimmer } = await sampleMeet();
    await submit(page, name);
    const field = page.getByLabel(mail.ask);
    await field.fill('nobody');
    await field.press('Enter');
    await expect(
      page.getByRole('main').getByText(/does not look like an e-mail address/),
    ).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await shot('mail-problem');
    await field.fill(address);
    await field.press('Enter');
    await expect(page.getByText(mail.asked(address))).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await shot('mail-asked');
    await page.reload();
    await expect(page.getByText(mail.asked(null))).toBeVisible();

    await fetch(`${site}/release/${name}`);
    await allRead(page, 2);
    const letter = await letterTo(address);
    expect(letter.subject).toMatch(/^Your heat sheets are read: \d+ races$/);
    for (const part of swimmer.split(/[ ,]+/).filter((each) => each.length > 1))
      expect(letter.text + letter.html).not.toContain(part);

    const results = page.url();
    expect(letter.html).toContain(new URL(results).pathname);
    // On a sheet of its own: the page's rules for styles are not a mail's.
    const paper = await context.newPage();
    for (const colorScheme of ['dark', 'light'] as const) {
      await paper.emulateMedia({ colorScheme });
      await paper.setContent(letter.html);
      expect(await barriers(paper)).toEqual([]);
      await shot(`letter-${colorScheme}`, paper);
    }
    await paper.getByRole('link', { name: 'See the races' }).click();
    await expect(rows(paper).first()).toBeVisible();

    await page.goto(letter.stop);
    expect(await barriers(page)).toEqual([]);
    await shot('mail-stop');
    await page.getByRole('button', { name: 'Stop all mail' }).click();
    await expect(page.getByText('No more mail comes to this address')).toBeVisible();
  });
});
