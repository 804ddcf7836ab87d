import { resolve } from 'node:path';
import type { JarSet } from '../jars.ts';

export const kafkaJars: JarSet = {
  name: 'kafka',
  pomFile: resolve(import.meta.dirname, '../../../../../deploy/kafka/pom.xml'),
};
