import { CircleUser } from 'lucide-react';
import { useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { signOut, signOutEverywhere, type Post } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import { useChangePost } from '../../session/use-change-post.ts';
import { useLeave } from '../../outbox/use-leave.ts';
import { Button } from '../../ui/button.tsx';
import { applyTheme, readTheme, themes } from '../../ui/theme.ts';
import '../../ui/choice.css';

const toKey = ({ role, unit }: Post): string => `${role} ${unit ?? ''}`;

/** Who looks, in which post, in which language and light; and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { locale, name } = useFormat();
  const { person, posts, training, post } = useSession();
  const changePost = useChangePost();
  const { units } = useScope();
  const leave = useLeave();
  const [theme, setTheme] = useState(readTheme);
  const toPostName = ({ role, unit }: Post): string => {
    const known = units.find(({ code }) => code === unit);
    return [t(`roles.${role}`), known === undefined ? unit : name(known.name)].filter(Boolean).join(' · ');
  };
  return (
    <MenuTrigger>
      <Button kind="quiet" aria-label={`${t('account')}: ${person.name}, ${toPostName(post)}`}>
        <CircleUser size={20} aria-hidden />
        <span className="account-name">{t(`roles.${post.role}`)}</span>
      </Button>
      <Popover className="popover">
        <Menu className="menu">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[toKey(post)]}
            onSelectionChange={(keys) => {
              const chosen = [...posts, ...training].find((one) => keys !== 'all' && keys.has(toKey(one)));
              if (chosen !== undefined && toKey(chosen) !== toKey(post)) changePost(chosen);
            }}
          >
            <Header className="menu-header">{person.name}</Header>
            {posts.map((one) => (
              <MenuItem key={toKey(one)} id={toKey(one)} className="menu-item">
                {toPostName(one)}
              </MenuItem>
            ))}
            {training.map((one) => (
              <MenuItem key={toKey(one)} id={toKey(one)} className="menu-item">
                {`${t('training.title')}: ${t(`roles.${one.role}`)}`}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themes.find((one) => keys !== 'all' && keys.has(one));
              if (chosen === undefined) return;
              applyTheme(chosen);
              setTheme(chosen);
            }}
          >
            <Header className="menu-header">{t('theme')}</Header>
            {themes.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {t(`themes.${one}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem className="menu-item" onAction={() => void switchLanguage(locale === 'vi' ? 'en' : 'vi')}>
            <span lang={locale === 'vi' ? 'en' : 'vi'}>{t('language')}</span>
          </MenuItem>
          <MenuItem
            className="menu-item"
            onAction={() => {
              leave(signOut);
            }}
          >
            {t('signOut')}
          </MenuItem>
          <MenuItem
            className="menu-item"
            onAction={() => {
              leave(signOutEverywhere);
            }}
          >
            {t('signOutEverywhere')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
