import { Outlet } from '@tanstack/react-router';
import { SessionGate } from '../session/session-gate.tsx';
import { Shell } from './shell/shell.tsx';

export const Root = () => (
  <SessionGate>
    <Shell>
      <Outlet />
    </Shell>
  </SessionGate>
);
