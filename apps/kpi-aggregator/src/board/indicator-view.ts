import type { IndicatorView } from '@motcua/contracts';
import type { Indicator } from '@motcua/indicators';

export const toIndicatorView = ({ id, version, validFrom, validTo, kind, name, formula, source }: Indicator): IndicatorView => ({
  id,
  version,
  validFrom,
  validTo,
  kind,
  name,
  formula,
  source,
  opens: { as: 'dossiers', href: `/v1/indicators/${id}/dossiers` },
});
