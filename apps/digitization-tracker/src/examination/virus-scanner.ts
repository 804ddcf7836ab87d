/** Looks for malware in a file. */
export interface VirusScanner {
  /** The name of what was found; undefined: nothing. Throws where it cannot tell: then the file is not taken. */
  scan(path: string): Promise<string | undefined>;
}
