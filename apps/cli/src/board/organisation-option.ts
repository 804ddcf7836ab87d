import { OrganisationReading } from '@motcua/contracts/kpi';
import { InvalidArgumentError, Option } from 'commander';

/** `--organisation as-was | as-is | <date>`: under which units dossiers are counted. */
export const organisationOption = (): Option =>
  new Option(
    '--organisation <reading>',
    'under which units: as-was (default), those that owned the dossiers; as-is, those of today; or those of a date',
  ).argParser((text: string): OrganisationReading => {
    const read = OrganisationReading.safeParse(text);
    if (!read.success) throw new InvalidArgumentError('Write as-was, as-is or a date, such as 2025-07-01.');
    return read.data;
  });
