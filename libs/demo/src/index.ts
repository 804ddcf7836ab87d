export { demoParts } from './prepare/demo-parts.ts';
export { prepareNotices, prepareReference, prepareScenario } from './prepare/prepare-data.ts';
