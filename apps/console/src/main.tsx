import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchAttendance } from './api/attendance.ts';
import { createQueryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { startI18n } from './i18n/i18n.ts';
import { applyTheme, readTheme } from './ui/theme.ts';
import './ui/fonts.ts';
import './ui/theme.css';

applyTheme(readTheme());
watchAttendance();
await startI18n();

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root.');
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
