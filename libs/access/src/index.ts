export { mayReadPersonalData, mayWrite, requireWrite, type DossierWrite } from './dossier-policy.ts';
