import { z } from 'zod';
import { Code, LocalDate } from '../instant.ts';

/** The document a figure was taken from. A figure without one is no figure. */
export const Evidence = z
  .object({
    documentNumber: z.string().min(1).max(200).describe('Number and sign of the document, as printed on it.'),
    date: LocalDate.describe('The date it bears.'),
    file: z
      .object({
        name: z.string().min(1).max(255).describe('File name.'),
        href: z.string().min(1).max(2_000).describe('Where it is found: a URI, absolute or below the origin of the API.'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional()
          .describe('SHA-256 of its content, in hexadecimal.'),
      })
      .optional()
      .describe('The document as a file.'),
    note: z.string().min(1).max(500).optional().describe('What a reader of the document must know.'),
  })
  .describe('The document a figure was taken from.')
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

const entry = {
  unit: Code.describe('The unit the figure is about.'),
  validFrom: LocalDate.describe('First day on which it holds; of a monthly figure the first of the month.'),
  validTo: LocalDate.nullable().describe(
    'Last day; null: until further notice. Of a monthly figure the last of the month, of a certificate the day it ends.',
  ),
  evidence: z.array(Evidence).min(1).max(20).describe('The documents behind it.'),
};
const count = (what: string) => z.number().int().min(0).max(1_000_000_000).describe(what);

const monthly = [
  z
    .object({
      kind: z.literal('network-dossiers').describe('Work dossiers handled on the network, a month.'),
      ...entry,
      handled: count('Work dossiers handled on the network.'),
      all: count('All work dossiers.'),
    })
    .describe('Work dossiers handled on the network.'),
  z
    .object({
      kind: z.literal('petitions').describe('Petitions of citizens, a month.'),
      ...entry,
      received: count('Petitions received.'),
      answeredOnTime: count('Of those, answered on time.'),
    })
    .describe('Petitions received and answered on time.'),
] as const;

const standing = [
  z
    .object({
      kind: z.literal('modern-one-stop').describe('Whether the one-stop shop is a modern one.'),
      ...entry,
      modern: z.boolean().describe('Whether it is, from validFrom on.'),
    })
    .describe('A modern one-stop shop, or not.'),
  z
    .object({
      kind: z.literal('mailboxes').describe('Official mailboxes.'),
      ...entry,
      issued: count('Staff who have one.'),
      entitled: count('Staff entitled to one.'),
    })
    .describe('Official mailboxes issued.'),
  z
    .object({
      kind: z.literal('iso-9001').describe('Certificate of the quality system by ISO 9001.'),
      ...entry,
      standard: z.string().min(1).max(100).describe('The standard, for example ISO 9001:2015.'),
      scope: z.string().min(1).max(1_000).describe('What the certificate covers.'),
    })
    .describe('A certificate of the quality system.'),
  z
    .object({
      kind: z.literal('through-one-stop').describe('Procedures received through the one-stop shop.'),
      ...entry,
      received: count('Procedures received through it.'),
      all: count('All procedures of the unit.'),
    })
    .describe('Procedures received through the one-stop shop.'),
  z
    .object({
      kind: z.literal('e-document-schools').describe('Schools on the electronic document system.'),
      ...entry,
      connected: count('Schools that use it.'),
      all: count('All schools of the unit.'),
    })
    .describe('Schools on the electronic document system.'),
  z
    .object({
      kind: z.literal('planning-opinions').describe('Opinions of citizens on planning.'),
      ...entry,
      answered: count('Citizens who gave their opinion.'),
      asked: count('Citizens who were asked.'),
    })
    .describe('Opinions on planning collected from citizens.'),
] as const;

/** A figure that no dossier tells: entered once, with its evidence, and kept with every later version. */
export const InstitutionalFigure = z
  .discriminatedUnion('kind', [...standing, ...monthly])
  .describe('An institutional figure of one unit.')
  .meta({ id: 'InstitutionalFigure' });
export type InstitutionalFigure = z.infer<typeof InstitutionalFigure>;

export const InstitutionalKind = z
  .enum([
    'modern-one-stop',
    'network-dossiers',
    'mailboxes',
    'iso-9001',
    'through-one-stop',
    'e-document-schools',
    'planning-opinions',
    'petitions',
  ])
  .describe('What the figure is about.')
  .meta({ id: 'InstitutionalKind' });
export type InstitutionalKind = z.infer<typeof InstitutionalKind>;

/** The kinds of which one entry stands for one month. */
export const monthlyInstitutionalKinds: readonly InstitutionalKind[] = ['network-dossiers', 'petitions'];
