const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In seconds. A session lives as long as one at the gateway may, for which it is told when it ends. */
export const lifetimes = {
  AccessToken: 5 * MINUTE,
  ClientCredentials: 5 * MINUTE,
  AuthorizationCode: MINUTE,
  DeviceCode: 10 * MINUTE,
  IdToken: 12 * HOUR,
  Interaction: 30 * MINUTE,
  RefreshToken: 7 * DAY,
  Grant: 14 * DAY,
  Session: 12 * HOUR,
} as const;
