import type { Definition } from "./measure.ts";

/** Figures of mailings in which another figure is reported too. */
const mail = (column: string, known: string, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "email_send", aggregate: { kind: "sum", column }, known }],
});

/** Mailings; both sides of a ratio over the mailings that report both. */
export const EMAIL_MEASURES = {
  mails_sent: mail("sent", "delivered", { en: "Mails sent", zh: "发送邮件数" }),
  mails_delivered: mail("delivered", "sent", { en: "Mails delivered", zh: "送达邮件数" }),
  mail_openers: mail("unique_opens", "delivered", { en: "Unique openers", zh: "独立打开人数" }),
  mails_with_opens: mail("delivered", "unique_opens", {
    en: "Mails delivered, where opens are reported",
    zh: "送达邮件数（同时上报打开）",
  }),
  human_mail_openers: mail("human_opens", "delivered", {
    en: "Unique openers without machine opens",
    zh: "独立打开人数（剔除机器打开）",
  }),
  mails_with_human_opens: mail("delivered", "human_opens", {
    en: "Mails delivered, where machine opens are told apart",
    zh: "送达邮件数（可区分机器打开）",
  }),
  mail_clickers: mail("unique_clicks", "delivered", { en: "Unique clickers", zh: "独立点击人数" }),
  machine_mail_openers: mail("machine_opens", "unique_opens", {
    en: "Openers whose mail program opened by itself",
    zh: "仅由机器打开的人数",
  }),
  openers_told_apart: mail("unique_opens", "machine_opens", {
    en: "Unique openers, where machine opens are told apart",
    zh: "独立打开人数（可区分机器打开）",
  }),
  raw_mail_clickers: mail("raw_clickers", "delivered", {
    en: "Unique clickers, machines among them",
    zh: "独立点击人数（含机器点击）",
  }),
  machine_mail_clickers: mail("machine_clicks", "raw_clickers", {
    en: "Clickers whose clicks all were a machine's",
    zh: "仅由机器点击的人数",
  }),
  clickers_told_apart: mail("raw_clickers", "machine_clicks", {
    en: "Unique clickers, where machine clicks are told apart",
    zh: "独立点击人数（可区分机器点击）",
  }),
  mails_with_clicks: mail("delivered", "unique_clicks", {
    en: "Mails delivered, where clicks are reported",
    zh: "送达邮件数（同时上报点击）",
  }),
  clickers_among_openers: mail("unique_clicks", "openers", {
    en: "Unique clickers, where opens are reported",
    zh: "独立点击人数（同时上报打开）",
  }),
  openers_or_clickers: mail("openers", "unique_clicks", {
    en: "Unique openers, clickers among them",
    zh: "独立打开人数（含点击者）",
  }),
  mail_unsubscribes: mail("unsubscribes", "delivered", { en: "Unsubscribes", zh: "退订人数" }),
  mails_with_unsubscribes: mail("delivered", "unsubscribes", {
    en: "Mails delivered, where unsubscribes are reported",
    zh: "送达邮件数（同时上报退订）",
  }),
  mail_complaints: mail("complaints", "delivered", { en: "Spam complaints", zh: "垃圾邮件投诉数" }),
  mails_with_complaints: mail("delivered", "complaints", {
    en: "Mails delivered, where complaints are reported",
    zh: "送达邮件数（同时上报投诉）",
  }),
} as const satisfies Record<string, Definition>;
