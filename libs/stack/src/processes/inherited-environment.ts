/** Accounts with providers and the queue's server, where somebody has them: for the service that sends, alone. */
export const providerVariables = [
  'REDIS_URL',
  'SMS_URL',
  'SMS_TOKEN',
  'SMS_CALLBACK_SECRET',
  'ZALO_URL',
  'ZALO_TOKEN',
  'ZALO_CALLBACK_SECRET',
];
/** Where contents are kept and for how long, and the scanner, where somebody gave them: for the service that keeps files, alone. */
export const storageVariables = [
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'CLAMD',
  'SIGNATURE_TRUST_DIR',
  'RETENTION_COMPONENT_DAYS',
  'RETENTION_RESULT_DAYS',
  'RETENTION_REJECTED_DAYS',
];

/** What no service may inherit: each gets the rights of its own role, none the administrator's, and no other's secrets. */
const NOT_INHERITED = [
  'DATABASE_URL',
  'ADMIN_DATABASE_URL',
  'SERVICE_ROLE_PASSWORD',
  'APPLICANT_KEYS',
  'APPLICANT_HASH_KEY',
  'FILE_KEYS',
  'FILE_NAME_KEY',
  'REASON_KEYS',
  'SERVICE_KEY',
  'SERVICE_KEYS',
  'SMTP_URL',
  ...providerVariables,
  ...storageVariables,
];

/** Our own environment without what is somebody's secret. */
export const getInheritedEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)));
