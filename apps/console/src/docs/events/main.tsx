import { createRoot } from 'react-dom/client';
import '../../ui/fonts.ts';
import '../../ui/theme.css';
import { applyTheme, readTheme } from '../../ui/theme.ts';
import { readEvents } from './async-api.ts';
import { EventsPage } from './events-page.tsx';
import './events.css';

applyTheme(readTheme());
const container = document.getElementById('events');
if (container === null) throw new Error('events.html has no #events.');
const root = createRoot(container);
try {
  root.render(<EventsPage {...await readEvents()} />);
} catch (error) {
  root.render(<p role="alert">The description of the events did not come ({String(error)}). Load the page again.</p>);
}
