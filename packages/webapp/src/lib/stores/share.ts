/** Hands the page's address on: to the phone's share sheet, or to the clipboard where there is none. */
import { page } from '../words/common.ts';
import { exporting as words } from '../words/takeaway.ts';

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Says what became of it, for the button itself. The address holds no name. */
export const sharePage = async (): Promise<string> => {
  const url = location.href;
  try {
    if (isTouch() && 'share' in navigator) {
      await navigator.share({ title: page.shareTitle, url });
      return words.share;
    }
    await navigator.clipboard.writeText(url);
    return words.shared;
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    return isDismissed ? words.share : words.shareFailed;
  }
};
