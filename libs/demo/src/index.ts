export { demoParts } from './prepare/demo-parts.ts';
export { type DataPreparation, prepareNotices, prepareReference, prepareScenario } from './prepare/prepare-data.ts';
