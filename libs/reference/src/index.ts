export { CreateReferenceTables1765300000000 } from './migrations/1765300000000-create-reference-tables.ts';
export { ReferenceCache, type Taken } from './reference-cache.ts';
export type { ReferenceHandlers, ReferenceVersions } from './reference-handlers.ts';
export { ReferenceReader, type ReferenceReaderOptions } from './reference-reader.ts';
export { NeedsNoReference, REFERENCE, ReferenceGuard } from './reference.guard.ts';
export { ReferenceStore } from './reference.store.ts';
export { unitUnknown } from './unit-unknown.ts';
