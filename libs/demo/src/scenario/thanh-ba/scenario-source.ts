import { createGatewayClient, type GatewayClient } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { scenarioSource } from './generate-thanh-ba.ts';

/** The unit at the root of the scenario: the district that was. */
export const scenarioUnit = 'thanh-ba';

/** The legacy system from which the scenario's dossiers, ratings and documents come: it reports about the district, and nothing else. */
export const createScenarioSource = (stack: Pick<StackConnection, 'gatewayUrl' | 'createToken'>): GatewayClient =>
  createGatewayClient(stack, { role: 'source', source: scenarioSource, unit: scenarioUnit });
