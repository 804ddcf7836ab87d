import { CliError } from '../../../terminal/failure.ts';
import { reachDatabase, reachKafka } from '../../../stack/given-servers.ts';
import type { Check } from './check.ts';

export const checkGivenDatabase = (url: string): Promise<Check> => checkGiven('DATABASE_URL', () => reachDatabase(url));

export const checkGivenKafka = (brokers: string): Promise<Check> => checkGiven('KAFKA_BROKERS', () => reachKafka(brokers));

async function checkGiven(name: string, reach: () => Promise<void>): Promise<Check> {
  try {
    await reach();
    return { name, ok: true, found: 'answers' };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { name, ok: false, problem: error.message, help: error.hint ?? '' };
  }
}
