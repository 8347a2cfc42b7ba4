/** The way from a sheet to its races in WebKit, Safari's engine: on the device, then through the server. As root on Debian. */
import { sampleMeet } from '@heatsync/sheetgen';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withProgram } from '../bench/program.ts';
import { onlyHere } from '../packages/webapp/src/lib/words/onlyHere.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { installDebian } from '../scripts/debian.ts';
import { openDriver, type Driver } from './webdriver.ts';

const PORT = 4567;
const DISPLAY = ':97';
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';

const findMiniBrowser = async (): Promise<string | null> => {
  const names = await readdir(LIBRARIES).catch(() => []);
  const folder = names.find((name) => name.startsWith('webkit2gtk-4'));
  return folder ? join(LIBRARIES, folder, 'MiniBrowser') : null;
};

const withBrowser = async (binary: string, work: (driver: Driver) => Promise<void>) => {
  const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '800x900x24'], { stdio: 'ignore' });
  const env = { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const server = spawn('WebKitWebDriver', [`--port=${PORT}`], { env, stdio: 'ignore' });
  try {
    await sleep(2_000);
    const browserOptions = { binary, args: ['--automation'] };
    const driver = await openDriver(`http://127.0.0.1:${PORT}`, {
      'webkitgtk:browserOptions': browserOptions,
    });
    try {
      await work(driver);
    } finally {
      await driver.end();
    }
  } finally {
    server.kill();
    screen.kill();
  }
};

const button = (label: string): string =>
  `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(label)}))`;

const ROWS = "document.querySelectorAll('[id^=session-] details').length";
const hasRows = (count: number) => `${ROWS} === ${count} && !!document.querySelector('h1 mark')`;

/** One search from the empty form; on the device if wanted. */
const search = async (driver: Driver, url: string, sheet: Sheet, isHere: boolean) => {
  await driver.open(url);
  // What this device remembers, the switch too, is there as soon as the button can be pressed.
  await driver.until('the form', `${button(form.find)}?.ariaDisabled === 'false'`);
  const isChecked = "document.querySelector('[role=switch]').checked";
  if ((await driver.evaluate(isChecked)) !== isHere) await driver.click('[role=switch]');
  await driver.type('input[type=file]', sheet.file);
  await driver.until(
    'what the sheet is',
    "document.querySelector('ol')?.textContent.includes('heat sheet ') === true",
  );
  await driver.type('input[role=combobox]', sheet.swimmer);
  await driver.evaluate(`${button(form.find)}.click()`);
  await driver.until('all races', hasRows(sheet.races));
  const says = `document.body.textContent.includes(${JSON.stringify(onlyHere.done)}) === ${isHere}`;
  await driver.until(isHere ? 'that nothing was sent' : 'the server’s results', says);
};

type Sheet = { swimmer: string; file: string; races: number };

const drawSheet = async (folder: string): Promise<Sheet> => {
  const { swimmer, files } = await sampleMeet();
  const [first] = files;
  if (!first) throw new Error('The sample meet has no sheet.');
  const file = join(folder, 'session 1.pdf');
  await writeFile(file, first.pdf);
  const own = first.truth.entries.filter(
    ({ name, legs }) => name === swimmer || legs?.includes(swimmer),
  );
  return { swimmer, file, races: own.length };
};

export const soakWebkit = async (): Promise<string[]> => {
  await installDebian('webkit2gtk-driver', 'xvfb');
  const binary = await findMiniBrowser();
  if (!binary) return ['there is no WebKit here: Debian’s webkit2gtk-driver is needed'];
  const folder = await mkdtemp(join(tmpdir(), 'hs-webkit-'));
  try {
    const sheet = await drawSheet(folder);
    await withProgram((url) =>
      withBrowser(binary, async (driver) => {
        await search(driver, url, sheet, true);
        await search(driver, url, sheet, false);
      }),
    );
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
