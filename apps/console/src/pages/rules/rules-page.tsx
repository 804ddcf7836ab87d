import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { useMayAdminister } from '../../session/use-may-administer.ts';
import { TabLinks } from '../../ui/tab-links.tsx';
import { NoticeRulesPart } from './notices/notice-rules-part.tsx';
import { TargetsPart } from './targets/targets-part.tsx';
import { TemplatesPart } from './templates/templates-part.tsx';
import { WebhooksPart } from './webhooks/webhooks-part.tsx';

const parts = { targets: TargetsPart, notices: NoticeRulesPart, templates: TemplatesPart, webhooks: WebhooksPart } as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

/** What is aimed at, who is told of what, in which words. Subscriptions carry events out of the house: they are the operators'. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const mayOperate = useMayAdminister();
  const { tab } = useDetail();
  const shown = names.filter((name) => name !== 'webhooks' || mayOperate);
  const current = shown.find((name) => name === tab) ?? 'targets';
  const Shown = parts[current];
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <TabLinks label={t('title')} tabs={shown.map((name) => ({ tab: name, name: t(`tabs.${name}`) }))} current={current} />
      <Shown />
      <p className="page-help">{t(`help.${current}`)}</p>
    </article>
  );
}
