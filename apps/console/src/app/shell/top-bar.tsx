import { AccountMenu } from './account-menu.tsx';
import { InboxBell } from './inbox-bell.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { SearchBox } from './search-box.tsx';
import { UnitPath } from './unit-path.tsx';
import { UnitSwitcher } from './unit-switcher.tsx';
import './top-bar.css';

/** What every page is about (unit, period) and who looks. */
export const TopBar = () => (
  <header className="top-bar">
    <UnitPath />
    <div className="top-bar-tools">
      <SearchBox />
      <UnitSwitcher />
      <PeriodChoice />
      <InboxBell />
      <AccountMenu />
    </div>
  </header>
);
