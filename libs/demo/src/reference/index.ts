export { handOverStaff } from './hand-over-staff.ts';
export { readNotificationRules } from './notification-rules.ts';
export { readReferenceData } from './reference-data.ts';
