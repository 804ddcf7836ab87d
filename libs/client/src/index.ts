export {
  createGatewayClient,
  type GatewayClient,
  type GatewayConnection,
  type GatewayRequest,
  toCliError,
} from './gateway/gateway-client.ts';
export { isAway, readWhileAway, retryWhileAway } from './gateway/retry-while-away.ts';
export { AUTH_AUDIENCE, AUTH_ISSUER, type Role, ROLES, type TokenRequest } from './gateway/token-request.ts';
export { findInstallation, type Installation } from './installation/installation.ts';
export { toGatewayConnection } from './installation/to-gateway-connection.ts';
