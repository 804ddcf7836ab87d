import { CliError } from '@motcua/terminal';
import { reachDatabase, reachKafka, reachPort } from '../servers/given-servers.ts';
import type { Check } from './check.ts';

export const checkGivenDatabase = (url: string): Promise<Check> => checkGiven('DATABASE_URL', () => reachDatabase(url));

export const checkGivenKafka = (brokers: string): Promise<Check> => checkGiven('KAFKA_BROKERS', () => reachKafka(brokers));

export const checkGivenStore = (endpoint: string): Promise<Check> => {
  const { hostname, port, protocol } = new URL(endpoint);
  return checkGiven('S3_ENDPOINT', () =>
    reachPort({ host: hostname, port: Number(port || (protocol === 'http:' ? 80 : 443)), variable: 'S3_ENDPOINT' }),
  );
};

/** @param address `host:port` */
export const checkGivenScanner = (address: string): Promise<Check> => {
  const colon = address.lastIndexOf(':');
  return checkGiven('CLAMD', () =>
    reachPort({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)), variable: 'CLAMD' }),
  );
};

async function checkGiven(name: string, reach: () => Promise<void>): Promise<Check> {
  try {
    await reach();
    return { name, ok: true, found: 'answers' };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { name, ok: false, problem: error.message, help: error.hint ?? '' };
  }
}
