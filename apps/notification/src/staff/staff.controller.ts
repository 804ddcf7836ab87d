import { authForbidden, CurrentActor, mayAdminister, requireRead, requireTask, type Actor } from '@motcua/auth';
import { Code, PutStaffMember, StaffMember, StaffPage, StaffPreferences } from '@motcua/contracts';
import { encodeCursor, parseCursor } from '@motcua/http';
import { ReferenceGuard } from '@motcua/service';
import { Body, Controller, Get, Inject, Param, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { onPool } from '../database/on-pool.ts';
import type { Queryable } from '../database/queryable.ts';
import { staffUnknown } from '../http/problems.ts';
import { UnitDirectory } from '../organisation/unit-directory.ts';
import { POOL } from '../tokens.ts';
import { findStaff, listStaff, listStaffedUnits, putPreferences, putStaff } from './staff.store.ts';

const StaffParameters = z.object({
  unit: Code.describe('Unit whose subtree is listed.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('People a page.'),
});
type StaffParameters = z.infer<typeof StaffParameters>;

const Position = z.strictObject({ id: z.string() });

/** Who is told things and how he is reached: entered by administrators, read by who leads, preferences his own. */
@ApiTags('staff')
@UseGuards(ReferenceGuard)
@Controller('v1/staff')
export class StaffController {
  private readonly database: Queryable;

  constructor(
    @Inject(POOL) pool: Pool,
    private readonly directory: UnitDirectory,
  ) {
    this.database = onPool(pool);
  }

  @Get()
  @ApiOperation({ summary: 'The staff of a unit and those below it, for its head, leaders and administrators.' })
  @ApiResponse({ status: 200, description: 'A page, by id.', standardSchema: StaffPage })
  async list(@CurrentActor() actor: Actor, @Query({ schema: StaffParameters }) query: StaffParameters): Promise<StaffPage> {
    const { unit, cursor, limit } = query;
    this.requireLead(actor, unit);
    const after = cursor === undefined ? '' : parseCursor(cursor, Position).id;
    const units = (await listStaffedUnits(this.database)).filter((staffed) => this.directory.pathOf(staffed).includes(unit));
    const staff = await listStaff(this.database, { units, after, limit: limit + 1 });
    const page = staff.slice(0, limit);
    return { unit, staff: page, next: staff.length > limit ? encodeCursor({ id: page.at(-1)?.id ?? '' }) : null };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Somebody of the staff: oneself, or of one’s subtree for who leads it.' })
  @ApiResponse({ status: 200, description: 'He.', standardSchema: StaffMember })
  async find(@CurrentActor() actor: Actor, @Param('id', { schema: Code }) id: string): Promise<StaffMember> {
    const member = await findStaff(this.database, id);
    // Who may not look is not told whether there is such a person.
    if (actor.sub !== id) this.requireLead(actor, member?.unit ?? '');
    if (member === undefined) throw staffUnknown(id);
    return member;
  }

  @Put(':id')
  @ApiOperation({ summary: 'Enters or changes somebody.' })
  @ApiResponse({ status: 200, description: 'As he is entered now.', standardSchema: StaffMember })
  put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: PutStaffMember }) body: PutStaffMember,
  ): Promise<StaffMember> {
    requireTask(actor, 'write-reference');
    return putStaff(this.database, id, body);
  }

  @Put(':id/preferences')
  @ApiOperation({ summary: 'What he wants to be told, and how: he himself. What is mandatory is told all the same.' })
  @ApiResponse({ status: 200, description: 'As he is entered now.', standardSchema: StaffMember })
  async prefer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: StaffPreferences }) body: StaffPreferences,
  ): Promise<StaffMember> {
    if (actor.sub !== id && !mayAdminister(actor, 'write-reference')) throw authForbidden('Preferences are each person’s own.');
    const member = await putPreferences(this.database, id, body);
    if (member === undefined) throw staffUnknown(id);
    return member;
  }

  private requireLead(actor: Actor, unit: string): void {
    if (actor.role === 'counter' || actor.role === 'specialist')
      throw authForbidden('The directory is read by who leads a unit.');
    requireRead(actor, this.directory.pathOf(unit));
  }
}
