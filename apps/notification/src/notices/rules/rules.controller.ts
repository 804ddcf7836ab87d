import { Requires } from '@motcua/access';
import { Code, NotificationRule, NotificationRuleList } from '@motcua/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { idMismatch, ruleTemplateUnfit } from '../../http/problems.ts';
import { TemplateBook } from '../../templates/template-book.ts';
import { RuleStore } from './rule.store.ts';

@ApiTags('rules')
@Controller('v1/notification-rules')
export class RulesController {
  constructor(
    private readonly rules: RuleStore,
    private readonly templates: TemplateBook,
  ) {}

  @Get()
  @Requires('reference.read')
  @ApiOperation({ summary: 'Every rule: who is notified of what, how, and by which template.' })
  @ApiResponse({ status: 200, description: 'The rules, by id.', standardSchema: NotificationRuleList })
  async list(): Promise<NotificationRuleList> {
    return { rules: await this.rules.list() };
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
    await this.rules.put(rule);
    return rule;
  }
}
