import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import type { HttpRoutes } from '../platform/http/server.ts';
import { mailboxPage, openMailbox, startMailboxServer } from '../platform/mail/index.ts';
import { createHouseWordings } from '../wording.ts';
import type { Closers } from './closers.ts';

/** Where mail goes, and the pages that show it when it stays here. */
export interface Post {
  readonly smtpUrl: string;
  readonly routes: readonly HttpRoutes[];
  /** Nothing where mail does not stay here. */
  emptyMailbox(): Promise<void>;
}

/** The operator's mail server, or the mailbox of a test realm. */
export async function openPost(
  { smtpUrl, dataDir }: Config,
  parts: { clock: Clock; random: Random },
  closers: Closers,
): Promise<Post> {
  if (smtpUrl !== null) return { smtpUrl, routes: [], emptyMailbox: () => Promise.resolve() };
  const mailbox = await openMailbox(join(dataDir, 'mailbox'), parts);
  const server = await startMailboxServer(mailbox);
  closers.add(() => server.close());
  return {
    smtpUrl: server.url,
    routes: [mailboxPage({ mailbox, wordings: createHouseWordings() })],
    emptyMailbox: () => mailbox.empty(),
  };
}
