/** For servers alone: people's sessions in a cookie that no script reads, and programs without a person. */
export { openServerSession, type ServerSession, type ServerSessionOptions } from './server/server-session.ts';
export { openService, type ServiceOptions } from './server/open-service.ts';
export type { ServiceKey } from './server/service-key.ts';
