import type { VirusScanner } from './virus-scanner.ts';

/** The test file of the European Institute for Computer Antivirus Research, in two parts: together they would set off scanners. */
const TEST_FILE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Finds the EICAR test file alone, anywhere in a file: what stands in where no scanner is configured. */
export const eicarScanner: VirusScanner = {
  scan: (bytes) => Promise.resolve(bytes.includes(TEST_FILE, 0, 'latin1') ? 'EICAR-Test-File' : undefined),
};
