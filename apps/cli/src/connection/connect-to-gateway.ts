import { connectToStack } from '@motcua/stack';
import { type GatewayConnection, findInstallation, toGatewayConnection } from '@motcua/client';

/**
 * The installation that `MOTCUA_URL` or `MOTCUA_PROFILE` names, else the embedded stack that runs here. With a token of its own the
 * installation decides what the command may do; the role that a command would ask for is asked for only where it signs itself.
 */
export async function connectToGateway(env: NodeJS.ProcessEnv = process.env): Promise<GatewayConnection> {
  const installation = await findInstallation(env);
  return installation === undefined ? await connectToStack() : toGatewayConnection(installation, env);
}
