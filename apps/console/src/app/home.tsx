import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session/session-context.ts';
import { rails } from './pages.ts';

/** The first page of one's post. */
export const Home = () => <Navigate to={rails[useSession().post.role][0].to} replace />;
