import { describe, expect, it } from '@jest/globals';
import { parseOsRelease } from './install-commands.ts';

describe('parseOsRelease', () => {
  it.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', 'debian'],
    ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', 'debian'],
    ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'debian'],
    ['Fedora', 'ID=fedora\nVERSION_ID=43\n', 'fedora'],
    ['Rocky', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
    ['Alpine', 'ID=alpine\n', 'other'],
    ['nothing', '', 'other'],
  ])('recognises %s', (_name, text, expected) => {
    expect(parseOsRelease(text)).toBe(expected);
  });
});
