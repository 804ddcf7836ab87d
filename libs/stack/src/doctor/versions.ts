export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** `v20.20.2` → 20.20. `undefined` for anything else. */
export function parseNodeVersion(text: string): Version | undefined {
  return toVersion(/^v?(\d+)\.(\d+)/.exec(text));
}

/**
 * What `java -version` says: `openjdk version "17.0.21" 2026-10-20`; a first release is `"21"`, and until Java 8 the major
 * number came second, `"1.8.0_402"`. Lines before it (`Picked up JAVA_TOOL_OPTIONS: …`) are passed over.
 */
export function parseJavaVersion(text: string): Version | undefined {
  const version = toVersion(/version "(\d+)(?:\.(\d+))?/.exec(text));
  return version?.major === 1 ? { major: version.minor, minor: 0 } : version;
}

/** `Apache Maven 3.9.9 (…)`, perhaps in colour. */
export function parseMavenVersion(text: string): Version | undefined {
  return toVersion(/Apache Maven (\d+)\.(\d+)/.exec(text));
}

export function isAtLeast(version: Version, { major, minor }: Version): boolean {
  return version.major > major || (version.major === major && version.minor >= minor);
}

function toVersion(match: RegExpExecArray | null): Version | undefined {
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2] ?? 0) };
}
