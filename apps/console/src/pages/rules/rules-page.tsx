import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { useMayAdminister } from '../../session/use-may-administer.ts';
import { TabbedPage } from '../../ui/tabbed-page.tsx';
import { NoticeRulesPart } from './notices/notice-rules-part.tsx';
import { TargetsPart } from './targets/targets-part.tsx';
import { TemplatesPart } from './templates/templates-part.tsx';
import { WebhooksPart } from './webhooks/webhooks-part.tsx';

const parts = { targets: TargetsPart, notices: NoticeRulesPart, templates: TemplatesPart, webhooks: WebhooksPart } as const;
const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys of a constant

/** What is aimed at, who is told of what, in which words. Subscriptions carry events out of the house: they are the operators'. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const mayOperate = useMayAdminister();
  const { tab } = useDetail();
  const shown = names.filter((name) => name !== 'webhooks' || mayOperate);
  const tabs = shown.map((name) => ({ tab: name, name: t(`tabs.${name}`), help: t(`help.${name}`), Part: parts[name] }));
  return <TabbedPage title={t('title')} tabs={tabs} asked={tab} />;
}
