import { openPage } from './page.js';

// The text stands in the page itself, so that it can be read without JavaScript; only the frame is drawn.
await openPage(() => []);
