import { describe, expect, it } from '@jest/globals';
import { isAtLeast, parseJavaVersion, parseMavenVersion, parseNodeVersion } from './versions.ts';

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.21" 2026-10-20\nOpenJDK Runtime Environment', { major: 17, minor: 0 }],
    ['openjdk version "21" 2023-09-19', { major: 21, minor: 0 }],
    ['java version "1.8.0_402"', { major: 8, minor: 0 }],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25.0.1"', { major: 25, minor: 0 }],
    ['The program java can be found in the following packages', undefined],
  ])('reads %j', (text, expected) => {
    expect(parseJavaVersion(text)).toEqual(expected);
  });
});

describe('parseMavenVersion', () => {
  it('reads past the colours', () => {
    expect(parseMavenVersion('\u001b[1mApache Maven 3.9.9 (8e85\u001b[m')).toEqual({ major: 3, minor: 9 });
  });
});

describe('isAtLeast', () => {
  it.each([
    ['v24.11.0', true],
    ['v24.10.3', false],
    ['v20.19.0', false],
    ['v26.0.0', true],
  ])('compares %s with Node 24.11', (text, expected) => {
    expect(isAtLeast(parseNodeVersion(text)!, { major: 24, minor: 11 })).toBe(expected);
  });
});
