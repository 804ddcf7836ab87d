import { Requires } from '@motcua/access';
import { Code, NotificationRule, NotificationRuleList } from '@motcua/contracts';
import { toTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { idMismatch, ruleTemplateUnfit } from '../../http/problems.ts';
import { TemplateBook } from '../../templates/template-book.ts';
import { listRules, putRule } from './rule.store.ts';

@ApiTags('rules')
@Controller('v1/notification-rules')
export class RulesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly templates: TemplateBook,
  ) {}

  @Get()
  @Requires('reference.read')
  @ApiOperation({ summary: 'Every rule: who is told of what, how, and by which template.' })
  @ApiResponse({ status: 200, description: 'The rules, by id.', standardSchema: NotificationRuleList })
  async list(): Promise<NotificationRuleList> {
    return { rules: await listRules(toTransaction(this.pool)) };
  }

  @Put(':id')
  @Requires('reference.write')
  @ApiOperation({ summary: 'Makes or changes a rule. It counts from the next event on; to end it, give it a last day.' })
  @ApiResponse({ status: 200, description: 'The rule.', standardSchema: NotificationRule })
  async put(
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: NotificationRule }) rule: NotificationRule,
  ): Promise<NotificationRule> {
    if (rule.id !== id) throw idMismatch(id, rule.id);
    const wanted = rule.audience === 'applicant' ? 'applicant' : 'staff';
    const isFit = this.templates.has(rule.template) && this.templates.get(rule.template).audience === wanted;
    if (!isFit) throw ruleTemplateUnfit(rule.template, rule.audience);
    await putRule(toTransaction(this.pool), rule);
    return rule;
  }
}
