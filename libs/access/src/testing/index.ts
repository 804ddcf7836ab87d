export { findAccessFaults, type Probe } from './access-matrix.ts';
export { askAt, askIn, createProber, type Prober } from './prober.ts';
export { listKitProbes, listDeadLetterProbes, listKeysProbes, listRebuildProbes } from './kit-probes.ts';
