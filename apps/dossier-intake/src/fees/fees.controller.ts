import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { CashUp, Code, FeePage, isPeriodTooLong, LocalDate, ReportLanguage } from '@motcua/contracts';
import { NOW } from '@motcua/service';
import { tableFormats, toTableFile } from '@motcua/tables';
import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { ReferenceData } from '../reference/reference-data.ts';
import { Fees } from './fees.ts';
import { toFeeTable } from './to-fee-table.ts';

const scope = {
  unit: Code.describe('Of this unit and those below it.'),
  from: LocalDate.describe('First day, local to the unit.'),
  to: LocalDate.describe('Last day, itself included.'),
};
const inOrder = {
  check: ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to && !isPeriodTooLong({ from, to }),
  or: { message: 'The first day is not after the last, and not fifty years before it.', path: ['to'] },
};
const ScopeQuery = z.object(scope).refine(inOrder.check, inOrder.or);
const ListQuery = z
  .object({
    ...scope,
    officer: z.string().min(1).max(200).optional().describe('Taken by this one alone.'),
    procedure: Code.optional().describe('Taken for this procedure alone.'),
    cursor: z.string().max(500).optional().describe('`next` of the page before.'),
    limit: z.coerce.number().int().min(1).max(500).default(100).describe('Fees a page.'),
  })
  .refine(inOrder.check, inOrder.or);
const ExportQuery = z
  .object({
    ...scope,
    format: z.enum(tableFormats).default('xlsx').describe('Kind of file.'),
    lang: ReportLanguage.default('vi'),
  })
  .refine(inOrder.check, inOrder.or);

/** What counters took: sums, and the list that they are sums of. */
@Controller('v1/fees')
@Requires('fees.read')
export class FeesController {
  constructor(
    @Inject(Fees) private readonly fees: Fees,
    @Inject(ReferenceData) private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Fees that were taken, in the order of taking, in keyset pages' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: FeePage })
  list(@Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>, @CurrentActor() actor: Actor): Promise<FeePage> {
    return this.fees.list(actor, query);
  }

  @Get('cash-up')
  @ApiOperation({ summary: 'What was taken: by unit, day, officer, procedure and way' })
  @ApiResponse({ status: 200, description: 'The sums.', standardSchema: CashUp })
  cashUp(@Query({ schema: ScopeQuery }) query: z.infer<typeof ScopeQuery>, @CurrentActor() actor: Actor): Promise<CashUp> {
    return this.fees.cashUp(actor, query);
  }

  @Get('export')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The list of fees as a file, with its sums' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: ExportQuery }) { format, lang, ...query }: z.infer<typeof ExportQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const cashUp = await this.fees.cashUp(actor, query);
    const nameOf = (kind: 'units' | 'procedures', code: string): string =>
      this.data.findName(kind, code, this.now())?.[lang] ?? this.data.findName(kind, code, this.now())?.vi ?? code;
    const table = toFeeTable({ cashUp, pages: this.fees.listAll(actor, query), language: lang, nameOf });
    const { type, body } = toTableFile(table, format);
    const name = `fees-${query.unit}-${query.from}.${format}`;
    // What was asked for stands in it, and a header takes no other letters (RFC 6266).
    const disposition = `attachment; filename="fees.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(Readable.from(body), { type, disposition });
  }
}
