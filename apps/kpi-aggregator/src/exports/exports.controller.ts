import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import type { DossierLinePage } from '@motcua/contracts';
import { stampTable, toTableFile, type Table, type TableFormat } from '@motcua/tables';
import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BoardService } from '../board/board.service.ts';
import { getListedPart, readDossierPage, type ListedPart } from '../board/dossiers/read-dossier-page.ts';
import { NameDirectory } from '../board/names/name-directory.ts';
import { BoardExportParameters, DossierExportParameters, toAsOf, toKnownAt, toPeriod } from '../http/queries.ts';
import { toBoardTable } from './board-table.ts';
import { toDossierTable } from './dossier-table.ts';
import { ReportFileStore, type FileSubject } from './report-files/report-file.store.ts';
import { showFreshness } from './show-freshness.ts';
import { toDownload } from './to-download.ts';

const LINES_A_PAGE = 1_000;

/** Figures, and the lists behind them, as files. Who took which is in the audit log, though a board names nobody. */
@ApiTags('figures')
@Controller('v1')
export class ExportsController {
  constructor(
    private readonly boards: BoardService,
    private readonly names: NameDirectory,
    private readonly files: ReportFileStore,
  ) {}

  @Get('board/export')
  @Requires('figures.export')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The rows of a board as a file, with the rules of its figures.' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async exportBoard(
    @CurrentActor() actor: Actor,
    @Query({ schema: BoardExportParameters }) query: BoardExportParameters,
  ): Promise<StreamableFile> {
    const now = Date.now();
    const { unit, by, asOf, organisation } = query;
    const known = { asOf: toAsOf(asOf, now), knownAt: toKnownAt(query.knownAt, now) };
    const board = await this.boards.read(actor, { unit, period: toPeriod(query), by, organisation, ...known });
    const name = `${by}-${unit}`;
    const subject = { name, unit, period: board.period, asOf: board.asOf, writtenAt: new Date(now).toISOString() };
    return this.#toFile(toBoardTable(board, query, this.names, subject.writtenAt), query.format, subject);
  }

  @Get('indicators/:id/dossiers/export')
  @Requires('figures.export')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'All dossiers behind a figure as a file, written as they are read.' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async exportDossiers(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: DossierExportParameters }) query: DossierExportParameters,
  ): Promise<StreamableFile> {
    const part = getListedPart(id, query.part);
    // What is refused is refused before anything is written.
    const first = await this.#readPage(actor, part, query);
    const pages = this.#readPages(actor, part, query, first);
    const { unit, lang } = query;
    const writtenAt = new Date().toISOString();
    const readUpTo = showFreshness(await this.boards.readHowFresh(actor, unit), lang);
    const table = toDossierTable({ part, query, first, pages, writtenAt, readUpTo }, this.names);
    return this.#toFile(table, query.format, { name: `${id}-${unit}`, unit, period: first.period, asOf: first.asOf, writtenAt });
  }

  #toFile(table: Table, format: TableFormat, subject: FileSubject): StreamableFile {
    const stamped = stampTable(table, format, this.files.keep(subject));
    return toDownload(toTableFile(stamped, format), format, subject.name);
  }

  /** Every page is of the moment that the first one names. */
  async *#readPages(
    actor: Actor,
    part: ListedPart,
    query: DossierExportParameters,
    first: DossierLinePage,
  ): AsyncGenerator<DossierLinePage> {
    for (let page = first; ; page = await this.#readPage(actor, part, { ...query, asOf: first.asOf }, page.next)) {
      yield page;
      if (page.next === null) return;
    }
  }

  #readPage(actor: Actor, part: ListedPart, query: DossierExportParameters, cursor?: string): Promise<DossierLinePage> {
    return this.boards.onSnapshot(
      actor,
      query.unit,
      (database, places, moved) => readDossierPage(database, places, part, { ...query, cursor, limit: LINES_A_PAGE }, moved),
      query.organisation,
    );
  }
}
