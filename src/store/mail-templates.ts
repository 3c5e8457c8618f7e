import { and, desc, eq, isNotNull, sql } from "drizzle-orm";

import type { MailTemplate } from "#domain/mail-template.ts";
import { mailTemplates } from "#store/schema/scenarios.ts";
import type { Db } from "#store/store.ts";

/** A version of a wording as it is kept. */
export interface KeptTemplate extends MailTemplate {
  readonly id: number;
  readonly version: number;
  readonly packageId: number;
  readonly publishedAt: Date | null;
}

const columns = {
  id: mailTemplates.id,
  name: mailTemplates.name,
  locale: mailTemplates.locale,
  sender: mailTemplates.sender,
  version: mailTemplates.version,
  subject: mailTemplates.subject,
  body: mailTemplates.body,
  packageId: mailTemplates.packageId,
  publishedAt: mailTemplates.publishedAt,
};

/** Finance's own wordings: of each name, language and sender the version published last. */
export async function templatesInForce(db: Db): Promise<readonly KeptTemplate[]> {
  const newest = sql`(select distinct on (name, locale, coalesce(sender, '')) id from mail_templates
    where published_at is not null
    order by name, locale, coalesce(sender, ''), published_at desc, version desc)`;
  return db
    .select(columns)
    .from(mailTemplates)
    .where(sql`${mailTemplates.id} in ${newest}`)
    .orderBy(mailTemplates.name, mailTemplates.locale, mailTemplates.id);
}

/** Writes a wording as the next version of its name, language and sender: a draft until its package is published. */
export async function insertTemplate(tx: Db, template: MailTemplate, packageId: number): Promise<void> {
  const { name, locale, sender, subject, body } = template;
  await tx.insert(mailTemplates).values({
    name,
    locale,
    sender,
    version: sql`(select coalesce(max(version), 0) + 1 from mail_templates
      where name = ${name} and locale = ${locale} and sender is not distinct from ${sender})`,
    subject,
    body,
    packageId,
  });
}

/** The wordings handed in with a package. */
export async function templatesOfPackage(db: Db, packageId: number): Promise<readonly KeptTemplate[]> {
  return db.select(columns).from(mailTemplates).where(eq(mailTemplates.packageId, packageId)).orderBy(mailTemplates.id);
}

/** The version of one name, language and sender that was in force before the one that is; null = the shipped one. */
export async function templateBefore(
  db: Db,
  { name, locale, sender, id }: Pick<KeptTemplate, "name" | "locale" | "sender" | "id">,
): Promise<KeptTemplate | null> {
  const [row] = await db
    .select(columns)
    .from(mailTemplates)
    .where(
      and(
        eq(mailTemplates.name, name),
        eq(mailTemplates.locale, locale),
        sql`${mailTemplates.sender} is not distinct from ${sender}`,
        isNotNull(mailTemplates.publishedAt),
        sql`${mailTemplates.id} < ${id}`,
      ),
    )
    .orderBy(desc(mailTemplates.publishedAt), desc(mailTemplates.version))
    .limit(1);
  return row ?? null;
}
