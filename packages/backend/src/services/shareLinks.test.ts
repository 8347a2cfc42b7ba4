import { describe, expect, it } from 'vitest';
import { sharedFileOf } from './shareLinks.ts';

const shared = (text: string) => sharedFileOf(new URL(text));
const DRIVE = 'https://drive.usercontent.google.com/download?id=1aB-c_9&export=download&confirm=t';

describe('a share link', () => {
  it.each([
    ['https://www.dropbox.com/s/abc/Heat.pdf?dl=0', 'https://www.dropbox.com/s/abc/Heat.pdf?dl=1'],
    [
      'https://www.dropbox.com/scl/fi/abc/Heat.pdf?rlkey=k&dl=0',
      'https://www.dropbox.com/scl/fi/abc/Heat.pdf?rlkey=k&dl=1',
    ],
    ['https://drive.google.com/file/d/1aB-c_9/view?usp=sharing', DRIVE],
    ['https://drive.google.com/file/u/0/d/1aB-c_9/preview', DRIVE],
    ['https://drive.google.com/open?id=1aB-c_9', DRIVE],
    ['https://drive.google.com/uc?export=view&id=1aB-c_9', DRIVE],
    ['https://drive.google.com/file/d/1aB-c_9/view?resourcekey=0-x', `${DRIVE}&resourcekey=0-x`],
    [
      'https://docs.google.com/document/d/1aB-c_9xyz0/edit',
      'https://docs.google.com/document/d/1aB-c_9xyz0/export?format=pdf',
    ],
    [
      'https://docs.google.com/presentation/d/1aB-c_9xyz0/edit#slide=1',
      'https://docs.google.com/presentation/d/1aB-c_9xyz0/export/pdf',
    ],
    [
      'https://1drv.ms/b/s!Abc',
      'https://api.onedrive.com/v1.0/shares/u!aHR0cHM6Ly8xZHJ2Lm1zL2IvcyFBYmM/root/content',
    ],
    [
      'https://club.sharepoint.com/:b:/g/Ex?e=1',
      'https://club.sharepoint.com/:b:/g/Ex?e=1&download=1',
    ],
  ])('%s is turned into its file', (link, file) => expect(shared(link)).toBe(file));

  it.each([
    'https://swim.example/meet.pdf',
    'https://www.dropbox.com/home',
    'https://drive.google.com/drive/folders/1aB',
    'https://docs.google.com/document/d/e/2PACX/pub',
    'https://dropbox.com.evil.example/s/abc/Heat.pdf',
  ])('%s is none', (link) => expect(shared(link)).toBeNull());
});
