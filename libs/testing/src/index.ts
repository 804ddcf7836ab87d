export { findMishandled, listHostileRequests, sendHostile, type HostileRequest } from './hostile-requests.ts';
export { startS3Server, type S3Server } from './s3-server.ts';
export { askSignatureValidator, type SignatureOpinion } from './signature-validator.ts';
export { createTestAuthority, type ServerCertificate, type TestAuthority } from './test-authority.ts';
export { createTestDatabase, type DatabaseTemplate, type TestDatabase } from './test-database.ts';
export { getTestDatabaseAdminUrl, getTestKafkaBrokers } from './test-stack-address.ts';
export { createTestTopic } from './test-topic.ts';
export { uniqueName } from './unique-name.ts';
export { waitFor } from './wait-for.ts';
