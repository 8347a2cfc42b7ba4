import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../', import.meta.url));
const executablePath = process.env['CHROME_PATH'];
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? `${root}artifacts/e2e.json`;

/** Chromium as a container lets it run, and without calls home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const tablet = { name: 'tablet', use: { viewport: { width: 768, height: 1024 }, hasTouch: true } };
const desktop = { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } };

/**
 * On a phone all is tested, elsewhere what depends on the width: three specs, but for what they mark as the same at any.
 * `E2E_WIDTHS=all` (the trial `widths`) tests all at each.
 */
const wider = process.env['E2E_WIDTHS']
  ? [tablet, desktop]
  : [{ ...desktop, testMatch: /(access|results|sample)\.spec\.ts$/, grepInvert: /@anyWidth/ }];

/** The real program in a real browser, as a phone, a tablet and a desktop. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}artifacts/e2e`,
  globalSetup: './server.ts',
  // Two more than processors: half of a test's time is waiting.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    // It answers in the network's place, where tests break the network: its own test allows it.
    serviceWorkers: 'block',
    // A trace of every test would cost more than the tests: `E2E_TRACE=1` asks for it.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath && { executablePath }) },
  },
  // In this order: at the end stand the phone's last specs, which are short, and nobody waits for one.
  projects: [
    ...wider,
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
