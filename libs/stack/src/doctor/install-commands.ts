import { readFile } from 'node:fs/promises';

export type System = 'debian' | 'fedora' | 'macos' | 'windows' | 'other';
export type Prerequisite = 'node' | 'java' | 'maven' | 'postgres-binaries';

const repairPackages = 'npm ci --include=optional';

/** The command that installs each prerequisite, for each family of systems. */
export const installCommands = {
  node: {
    debian: 'curl -fsSL https://deb.nodesource.com/setup_24.x | sudo -E bash - && sudo apt-get install -y nodejs',
    fedora: 'sudo dnf install -y nodejs npm',
    macos: 'brew install node@24 && brew link --overwrite node@24',
    windows: 'winget install OpenJS.NodeJS.LTS',
    other: 'Install Node 24.11 or newer from https://nodejs.org/en/download',
  },
  java: {
    debian: 'sudo apt-get install -y openjdk-21-jre-headless || sudo apt-get install -y openjdk-17-jre-headless',
    fedora: 'sudo dnf install -y java-21-openjdk-headless',
    macos: 'brew install --cask temurin@21',
    windows: 'winget install EclipseAdoptium.Temurin.21.JRE',
    other: 'Install a Java runtime, 17 or newer, from https://adoptium.net',
  },
  maven: {
    debian: 'sudo apt-get install -y maven',
    fedora: 'sudo dnf install -y maven',
    macos: 'brew install maven',
    windows: 'winget install Apache.Maven',
    other: 'Install Maven 3.6 or newer from https://maven.apache.org/install.html',
  },
  'postgres-binaries': {
    debian: repairPackages,
    fedora: repairPackages,
    macos: repairPackages,
    windows: `${repairPackages} && winget install Microsoft.VCRedist.2015+.x64`,
    other: repairPackages,
  },
} as const satisfies Record<Prerequisite, Record<System, string>>;

/** Which family this machine belongs to. */
export async function detectSystem(): Promise<System> {
  if (process.platform === 'darwin') return 'macos';
  if (process.platform === 'win32') return 'windows';
  return parseOsRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''));
}

/** By `ID` and `ID_LIKE` of /etc/os-release, so that derivatives (Mint, Rocky) are found too. */
export function parseOsRelease(text: string): System {
  const ids = [...text.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap((match) => (match[1] ?? '').replaceAll('"', '').split(' '));
  if (ids.some((id) => id === 'debian' || id === 'ubuntu')) return 'debian';
  return ids.some((id) => id === 'fedora' || id === 'rhel') ? 'fedora' : 'other';
}
