import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error.ts';

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** `KAFKA_SSL…` and `KAFKA_SASL…`: how a broker is known, and how we sign in there. Files are named by their paths. */
export const kafkaSecurityConfig = {
  /** `true`: TLS, with a certificate of an authority that Node knows (its own list, and NODE_EXTRA_CA_CERTS). */
  KAFKA_SSL: z.stringbool({ error: 'must be true or false' }).optional(),
  /** PEM: the authorities that the broker's certificate may be of, and no others. Asks for TLS by itself. */
  KAFKA_SSL_CA: z.string().optional(),
  KAFKA_SASL_MECHANISM: z
    .string()
    .toLowerCase()
    .pipe(z.enum(mechanisms, `must be one of ${mechanisms.join(', ')}`))
    .optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  /** In place of the password itself. */
  KAFKA_SASL_PASSWORD_FILE: z.string().optional(),
};

export type KafkaSettings = z.output<z.ZodObject<typeof kafkaSecurityConfig>> & { readonly KAFKA_BROKERS: readonly string[] };

/** What a client of Kafka is made with. Without `ssl` it speaks in the clear, without `sasl` it names nobody. */
export interface KafkaConnection {
  readonly brokers: readonly string[];
  readonly ssl?: true | { readonly ca: readonly string[] };
  readonly sasl?: KafkaSasl;
}

interface KafkaSasl {
  readonly mechanism: (typeof mechanisms)[number];
  readonly username: string;
  readonly password: string;
}

/**
 * Reads the files that the settings name. Used by every service and by the deploy scripts, so that a variable means the same to all.
 *
 * @throws ConfigError with every problem; values are never printed
 */
export function toKafkaConnection(settings: KafkaSettings): KafkaConnection {
  const problems: ConfigProblem[] = [];
  const read = (variable: 'KAFKA_SSL_CA' | 'KAFKA_SASL_PASSWORD_FILE'): string | undefined => {
    const file = settings[variable];
    if (file === undefined) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch {
      problems.push({ variable, message: 'names a file that cannot be read' });
      return undefined;
    }
  };
  const ca = read('KAFKA_SSL_CA');
  if (ca !== undefined && !ca.includes('-----BEGIN CERTIFICATE-----')) {
    problems.push({ variable: 'KAFKA_SSL_CA', message: 'names a file without a PEM certificate' });
  }
  const sasl = toSasl(settings, read('KAFKA_SASL_PASSWORD_FILE')?.trim(), problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const ssl = ca !== undefined ? { ca: [ca] } : settings.KAFKA_SSL === true ? true : undefined;
  return { brokers: settings.KAFKA_BROKERS, ...(ssl === undefined ? {} : { ssl }), ...(sasl === undefined ? {} : { sasl }) };
}

function toSasl(settings: KafkaSettings, fromFile: string | undefined, problems: ConfigProblem[]): KafkaSasl | undefined {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: given } = settings;
  const password = given ?? fromFile;
  const say = (variable: string, message: string): void => void problems.push({ variable, message });
  if (mechanism === undefined) {
    if (username !== undefined || password !== undefined) say('KAFKA_SASL_MECHANISM', 'is missing');
    return undefined;
  }
  if (username === undefined) say('KAFKA_SASL_USERNAME', 'is missing');
  if (password === undefined) say('KAFKA_SASL_PASSWORD', 'is missing, and so is KAFKA_SASL_PASSWORD_FILE');
  // PLAIN sends the password as it is: whoever listens has it.
  const isSecret = settings.KAFKA_SSL === true || settings.KAFKA_SSL_CA !== undefined;
  if (mechanism === 'plain' && !isSecret) say('KAFKA_SASL_MECHANISM', 'plain needs KAFKA_SSL or KAFKA_SSL_CA');
  return username === undefined || password === undefined ? undefined : { mechanism, username, password };
}
