import { serveHere } from '../../server/browser.ts';

serveHere();
