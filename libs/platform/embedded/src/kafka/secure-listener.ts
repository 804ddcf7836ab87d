/** A second door of the broker: TLS, and nobody without an account (SCRAM-SHA-512 or PLAIN). */
export interface SecureListener {
  /** PEM. The certificate must be of `localhost`, by which the broker is named. */
  readonly certificate: string;
  /** PKCS#8, PEM. */
  readonly key: string;
  readonly username: string;
  /** Letters, digits and dashes: it is written into a line of Kafka's settings. */
  readonly password: string;
}

const NAME = 'sasl_ssl';

/** Settings of the listener, beside its place in `listeners`. PEM goes in on one line. */
export function toSecureSettings({ certificate, key, username, password }: SecureListener): Record<string, string> {
  const plain = `org.apache.kafka.common.security.plain.PlainLoginModule required user_${username}="${password}";`;
  return {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    [`listener.name.${NAME}.plain.sasl.jaas.config`]: plain,
    [`listener.name.${NAME}.scram-sha-512.sasl.jaas.config`]: 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    [`listener.name.${NAME}.ssl.keystore.type`]: 'PEM',
    [`listener.name.${NAME}.ssl.keystore.certificate.chain`]: toOneLine(certificate),
    [`listener.name.${NAME}.ssl.keystore.key`]: toOneLine(key),
  };
}

/** For the tool that formats the storage: SCRAM accounts are kept in the log of metadata, and have to be there from the start. */
export const toScramArguments = ({ username, password }: SecureListener): string[] => [
  '--add-scram',
  `SCRAM-SHA-512=[name=${username},password=${password}]`,
];

const toOneLine = (pem: string): string => pem.trim().replaceAll('\n', '\\n');
