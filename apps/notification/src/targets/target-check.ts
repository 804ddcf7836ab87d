import type { LocalizedName } from '@motcua/contracts';
import { inEntityTransaction } from '@motcua/postgres/entities';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { NotificationPlanner, type PlannedNotices } from '../notices/planning/notification-planner.ts';
import { aboutUnit, type NotifiableEvent } from '../notices/events/notifiable-event.ts';
import { UnitDirectory } from '../people/unit-directory.ts';
import { evaluateTarget } from './evaluate-target.ts';
import { FIGURES, type FigureSource } from './kpi-figures.ts';
import type { TargetEntity } from './target.entity.ts';
import { lockTarget, saveTargetState } from './target.store.ts';

/** Tells head and leader where the figure of the running month has fallen below its target. */
@Injectable()
export class TargetCheck {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: UnitDirectory,
    private readonly planner: NotificationPlanner,
    @Inject(FIGURES) private readonly figures: FigureSource,
  ) {}

  async check({ unit, indicator }: TargetEntity, now: number): Promise<PlannedNotices | undefined> {
    const { directory, figures } = this;
    const date = directory.dateOf(unit, now);
    const period = date.slice(0, 7);
    const value = await figures.read({ unit, indicator, from: `${period}-01`, to: date, asOf: new Date(now).toISOString() });
    if (value === undefined) return undefined;
    const name = await figures.nameOf(indicator);
    return inEntityTransaction(this.source, async (entities, transaction) => {
      const row = await lockTarget(entities, unit, indicator);
      if (row === null || !isInForce(row, date)) return undefined;
      const { state, episode, isToNotify } = evaluateTarget(row, { period, value });
      await saveTargetState(entities, { unit, indicator, state, value, period, episode });
      if (!isToNotify || value === null) return undefined;
      return this.planner.plan(transaction, [toEvent(row, { episode, period, value }, { directory, name, now })]);
    });
  }
}

const isInForce = ({ validFrom: from, validTo: to }: TargetEntity, date: string): boolean =>
  from <= date && (to === null || date <= to);

function toEvent(
  { unit, indicator, target }: TargetEntity,
  { episode, period, value }: { readonly episode: number; readonly period: string; readonly value: number },
  { directory, name, now }: { readonly directory: UnitDirectory; readonly name: LocalizedName; readonly now: number },
): NotifiableEvent {
  return {
    id: `target/${unit}/${indicator}/${String(episode)}`,
    name: 'notification.threshold',
    why: `${indicator}/${period}`,
    ...aboutUnit(unit),
    path: directory.pathOf(unit),
    timeZone: directory.timeZoneOf(unit),
    recordedAt: now,
    variables: { indicator: name.vi, month: period, value, target },
    body: null,
  };
}
