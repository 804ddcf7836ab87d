import type { Evidence, InstitutionalFigure } from '@motcua/contracts';

const report: Evidence = {
  documentNumber: '12/BC-UBND',
  date: '2022-11-02',
  file: { name: '12-BC-UBND.pdf', href: '/files/12-BC-UBND.pdf' },
};

type FigureOf<Kind extends InstitutionalFigure['kind']> = Extract<InstitutionalFigure, { kind: Kind }>;

/** October 2022: 90 of 100 work dossiers handled on the network. */
export const aNetworkFigure = (fields: Partial<FigureOf<'network-dossiers'>> = {}): FigureOf<'network-dossiers'> => ({
  kind: 'network-dossiers',
  unit: 'dong-xuan',
  validFrom: '2022-10-01',
  validTo: '2022-10-31',
  evidence: [report],
  handled: 90,
  all: 100,
  ...fields,
});

export const aModernOneStop = (fields: Partial<FigureOf<'modern-one-stop'>> = {}): FigureOf<'modern-one-stop'> => ({
  kind: 'modern-one-stop',
  unit: 'dong-xuan',
  validFrom: '2021-06-01',
  validTo: null,
  evidence: [report],
  modern: true,
  ...fields,
});

export const aCertificate = (fields: Partial<FigureOf<'iso-9001'>> = {}): FigureOf<'iso-9001'> => ({
  kind: 'iso-9001',
  unit: 'dong-xuan',
  validFrom: '2021-01-01',
  validTo: '2023-12-31',
  evidence: [report],
  standard: 'ISO 9001:2015',
  scope: 'Giải quyết thủ tục hành chính',
  ...fields,
});
