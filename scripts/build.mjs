import { prepare } from './prepare.mjs';

/** `npm run build`: the production build of every part, when it is missing or out of date. */
prepare();
