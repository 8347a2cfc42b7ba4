/** A downloaded calendar, read by a parser that is not ours. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { calendarButton, expect } from './fixtures.ts';

export type CalendarEntry = {
  uid: string;
  summary: string;
  description: string;
  /** "2027-06-11T17:12:00", or "2027-06-11" of an all-day note. */
  start: string;
  zone: string | null;
  /** Triggers as written, e.g. "-PT10M". */
  alarms: string[];
};

const toEntry = (component: ICAL.Component): CalendarEntry => {
  const text = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  const zone = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  return {
    uid: text('uid'),
    summary: text('summary'),
    description: text('description'),
    start: text('dtstart'),
    zone: zone ? String(zone) : null,
    alarms: component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  };
};

export const readCalendar = (text: string): CalendarEntry[] =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map(toEntry);

/** Presses the button and reads the file that comes. */
export const downloadCalendar = async (page: Page): Promise<CalendarEntry[]> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    calendarButton(page).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  return readCalendar(await readFile(await download.path(), 'utf8'));
};
