import type {
  NotificationRule,
  NotificationRuleList,
  PreviewTemplate,
  PutTarget,
  Target,
  TemplateList,
  TemplatePreview,
} from '@motcua/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** Who is told of what, how, and by which template. */
export const rulesQuery = queryOptions({
  queryKey: ['notification-rules'],
  queryFn: ({ signal }) => request<NotificationRuleList>('/v1/notification-rules', { signal }),
  select: ({ rules }) => rules,
});

export const putRule = (rule: NotificationRule) =>
  request<NotificationRule>(`/v1/notification-rules/${encodeURIComponent(rule.id)}`, { method: 'PUT', body: rule });

/** Every text that is sent, in its newest version. */
export const templatesQuery = queryOptions({
  queryKey: ['notification-templates'],
  queryFn: ({ signal }) => request<TemplateList>('/v1/notification-templates', { signal }),
  select: ({ templates }) => templates,
  staleTime: Infinity,
});

/** A text as it would be sent, with its sample; nothing is sent. */
export const previewQuery = (id: string, preview: PreviewTemplate) =>
  queryOptions({
    queryKey: ['template-preview', id, preview],
    queryFn: ({ signal }) =>
      request<TemplatePreview>(`/v1/notification-templates/${encodeURIComponent(id)}/preview`, {
        method: 'POST',
        body: preview,
        signal,
      }),
    staleTime: Infinity,
  });

export type TargetDraft = PutTarget & Pick<Target, 'unit' | 'indicator'>;

export const putTarget = ({ unit, indicator, ...target }: TargetDraft) =>
  request<Target>(`/v1/targets/${encodeURIComponent(unit)}/${encodeURIComponent(indicator)}`, { method: 'PUT', body: target });

/** A subscription of another system. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly unit: string;
  readonly updatedAt: string;
  /** Shown once: in the answer that made it. */
  readonly secret?: string;
}

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => request<{ webhooks: Webhook[] }>('/v1/webhooks', { signal }),
  select: ({ webhooks }) => webhooks,
});

export type WebhookDraft = Pick<Webhook, 'id' | 'url' | 'events' | 'unit'> & { readonly rotateSecret?: boolean };

export const putWebhook = ({ id, ...webhook }: WebhookDraft) =>
  request<Webhook>(`/v1/webhooks/${encodeURIComponent(id)}`, { method: 'PUT', body: webhook });

export const removeWebhook = (id: string) => request(`/v1/webhooks/${encodeURIComponent(id)}`, { method: 'DELETE' });
