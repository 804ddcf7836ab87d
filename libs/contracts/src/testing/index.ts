export { createDossierSnapshot, createDues, toDossierMessage, type DossierMessage } from './dossier-message.builder.ts';
export { correctedStates, readEventFixture } from './event-fixtures.ts';
export { createUnit, listReferenceRecords, toReferenceRecord } from './reference-record.builder.ts';
