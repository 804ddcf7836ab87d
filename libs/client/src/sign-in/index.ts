export { createProgramTokens, type Program } from './program-tokens.ts';
export { getCaller, type SignedInCaller } from './get-caller.ts';
export { findLogin, toLoginsFile } from './login-file.ts';
export { getLoginToken } from './login-tokens.ts';
export { type DeviceCode, signInByDevice } from './sign-in-by-device.ts';
export { signOut, type SignOut } from './sign-out.ts';
