/** Looks for malware in a file, which lies nowhere in clear but in memory. */
export interface VirusScanner {
  /** The name of what was found; undefined: nothing. Throws where it cannot tell: then the file is not taken. */
  scan(bytes: Buffer): Promise<string | undefined>;
}

/** `@Inject(SCANNER) scanner: VirusScanner` */
export const SCANNER = Symbol('SCANNER');
