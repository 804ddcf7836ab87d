export { hashPassword, isOutdatedHash, isPassword } from './password-hash.ts';
export { createRandomPassword } from './random-password.ts';
