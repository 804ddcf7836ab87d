import type { ComponentStatus, DossierComponents } from '@motcua/contracts';

export const statusNames: Readonly<Record<ComponentStatus, string>> = {
  'not-digitized': 'chưa số hóa / missing',
  digitized: 'đã số hóa / digitized',
  'reused-component': 'dùng lại / reused',
  'reused-result': 'dùng lại kết quả / reused result',
  exempt: 'không phải số hóa / exempt',
};

/** The documents of a dossier, each with the option that names it. */
export function toDocumentLines({ components, results }: Pick<DossierComponents, 'components' | 'results'>): string[] {
  return [
    ...components.map(
      ({ number, code, name, status }) => `  --component ${number}  ${code}: ${name.vi} (${statusNames[status]})`,
    ),
    ...results.map(
      ({ code, name, digitized }) => `  --result ${code}  ${name.vi} (${statusNames[digitized ? 'digitized' : 'not-digitized']})`,
    ),
  ];
}
