import type { IndicatorView } from '@motcua/contracts';
import type { Indicator } from '@motcua/indicators';

/** An indicator of the boards is opened to dossiers. */
export const opensToDossiers = (id: string): IndicatorView['opens'] => ({
  as: 'dossiers',
  href: `/v1/indicators/${id}/dossiers`,
});

export const toIndicatorView = ({ id, version, validFrom, validTo, kind, name, formula, source }: Indicator): IndicatorView => ({
  id,
  version,
  validFrom,
  validTo,
  kind,
  name,
  formula,
  source,
  opens: opensToDossiers(id),
});
