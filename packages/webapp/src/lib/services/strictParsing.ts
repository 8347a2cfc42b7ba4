/** zod must not try to compile code: the page's content policy forbids it. Import before any schema. */
import { config } from 'zod';

config({ jitless: true });
