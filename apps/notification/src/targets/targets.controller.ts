import { may, requirePermission, Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Code, PutTarget, Target, TargetList } from '@motcua/contracts';
import { ReferenceGuard } from '@motcua/reference';
import { Body, Controller, Get, Param, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { unitUnknown } from '../http/problems.ts';
import { UnitDirectory } from '../people/unit-directory.ts';
import { TargetStore } from './target.store.ts';
import { toTarget } from './to-target.ts';

const TargetParameters = z.object({ unit: Code.optional().describe('Only those of this unit’s subtree.') });
type TargetParameters = z.infer<typeof TargetParameters>;

@ApiTags('targets')
@UseGuards(ReferenceGuard)
@Controller('v1/targets')
export class TargetsController {
  constructor(
    private readonly targets: TargetStore,
    private readonly directory: UnitDirectory,
  ) {}

  @Get()
  @Requires('targets.read')
  @ApiOperation({ summary: 'Targets of your unit and those below it, and how they stand.' })
  @ApiResponse({ status: 200, description: 'The targets.', standardSchema: TargetList })
  async list(@CurrentActor() actor: Actor, @Query({ schema: TargetParameters }) { unit }: TargetParameters): Promise<TargetList> {
    if (unit !== undefined) requirePermission(actor, 'targets.read', this.directory.pathOf(unit));
    const rows = await this.targets.list();
    const targets = rows.filter((row) => {
      const path = this.directory.pathOf(row.unit);
      return may(actor, 'targets.read', path) && (unit === undefined || path.includes(unit));
    });
    return { targets: targets.map(toTarget) };
  }

  @Put(':unit/:indicator')
  @Requires('reference.write')
  @ApiOperation({ summary: 'Sets a target; head and leader are notified when the figure of a month falls below it.' })
  @ApiResponse({ status: 200, description: 'The target.', standardSchema: Target })
  async put(
    @Param('unit', { schema: Code }) unit: string,
    @Param('indicator', { schema: Code }) indicator: string,
    @Body({ schema: PutTarget }) body: PutTarget,
  ): Promise<Target> {
    if (!this.directory.has(unit)) throw unitUnknown();
    return toTarget(await this.targets.put(unit, indicator, body));
  }
}
