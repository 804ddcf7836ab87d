import { connectToStack, getStackPaths } from '@motcua/stack';
import { type GatewayConnection, findInstallation, toGatewayConnection } from '@motcua/client';

/**
 * The installation that `--gateway`, `MOTCUA_URL` or `MOTCUA_PROFILE` names, else the embedded stack that runs here. The installation decides
 * what whoever asks may do; the role that a command would ask for is asked for on the embedded stack alone, whose owner types the command,
 * and there `MOTCUA_CLIENT_ID` names another of its programs.
 */
export async function connectToGateway(env: NodeJS.ProcessEnv = process.env): Promise<GatewayConnection> {
  const installation = await findInstallation(env);
  if (installation !== undefined) return toGatewayConnection(installation, env);
  return connectToStack(getStackPaths(env), env['MOTCUA_CLIENT_ID'] || undefined);
}

/** Where the gateway is, for those who are about to sign in there. */
export async function getGatewayUrl(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return (await findInstallation(env))?.url ?? (await connectToStack(getStackPaths(env))).gatewayUrl;
}
