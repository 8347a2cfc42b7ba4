/** As much of the WebDriver protocol as the WebKit trial needs (W3C WebDriver 2). */
import { setTimeout as sleep } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 200;

export type Driver = {
  open: (url: string) => Promise<void>;
  /** The value of an expression in the page. */
  evaluate: (expression: string) => Promise<unknown>;
  /** Types into an element, or hands a file's path to a file field. */
  type: (selector: string, text: string) => Promise<void>;
  click: (selector: string) => Promise<void>;
  /** Waits until an expression in the page is true; rejects with `what` if it never is. */
  until: (what: string, expression: string) => Promise<void>;
  end: () => Promise<void>;
};

const call = async (method: string, url: string, body?: object): Promise<unknown> => {
  const init = body ? { method, body: JSON.stringify(body) } : { method };
  const answer = (await (await fetch(url, init)).json()) as { value: unknown };
  const failure = answer.value as { error?: string; message?: string } | null;
  if (failure?.error) throw new Error(`${failure.error}: ${failure.message}`);
  return answer.value;
};

export const openDriver = async (server: string, capabilities: object): Promise<Driver> => {
  const asked = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = (await call('POST', `${server}/session`, asked)) as { sessionId: string };
  const session = `${server}/session/${sessionId}`;

  const evaluate = (expression: string) =>
    call('POST', `${session}/execute/sync`, { script: `return (${expression});`, args: [] });

  const element = async (selector: string): Promise<string> => {
    const query = { using: 'css selector', value: selector };
    const found = (await call('POST', `${session}/element`, query)) as Record<string, string>;
    return `${session}/element/${found[ELEMENT]}`;
  };

  const until = async (what: string, expression: string): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    while ((await evaluate(expression)) !== true) {
      if (Date.now() > end) throw new Error(`never came: ${what}`);
      await sleep(LOOK_EVERY_MS);
    }
  };

  return {
    evaluate,
    until,
    open: async (url) => void (await call('POST', `${session}/url`, { url })),
    type: async (selector, text) =>
      void (await call('POST', `${await element(selector)}/value`, { text })),
    click: async (selector) => void (await call('POST', `${await element(selector)}/click`, {})),
    end: async () => void (await call('DELETE', session)),
  };
};
