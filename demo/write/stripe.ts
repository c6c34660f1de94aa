import { berlinDay, dayOfMinute, partsOf, stampOf } from "../calendar.ts";
import type { World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

/** Major units; yen have no smaller one. */
const money = (amount: number, currency: string): string =>
  currency === "JPY" ? String(Math.round(amount)) : amount.toFixed(2);

export function writePayments(world: World): OutFile[] {
  const byYear = Map.groupBy(world.payments, (payment) => partsOf(dayOfMinute(payment.atUtc)).year);
  return [...byYear].map(([year, payments]) =>
    delimited(`exports/stripe/stripe-payments-${year}.csv`, {
      header: [
        "id",
        "Description",
        "Seller Message",
        "Created (UTC)",
        "Amount",
        "Amount Refunded",
        "Currency",
        "Converted Amount",
        "Converted Amount Refunded",
        "Fee",
        "Tax",
        "Converted Currency",
        "Mode",
        "Status",
        "Statement Descriptor",
        "Customer ID",
        "Customer Description",
        "Customer Email",
        "Captured",
        "Card ID",
        "Invoice ID",
        "Transfer",
      ],
      rows: payments.map((payment): Cell[] => [
        payment.id,
        "Subscription update",
        payment.text,
        stampOf(payment.atUtc),
        money(payment.amount, payment.currency),
        money(payment.refunded, payment.currency),
        payment.currency.toLowerCase(),
        payment.amount.toFixed(2),
        payment.refunded.toFixed(2),
        (payment.amount * 0.014).toFixed(2),
        "0.00",
        "eur",
        payment.mode,
        payment.status,
        "LOTWERK",
        payment.subscription.customer,
        payment.subscription.name,
        payment.subscription.email,
        payment.status === "Failed" ? "false" : "true",
        `card_${payment.id.slice(3)}`,
        `in_${payment.id.slice(3)}`,
        "",
      ]),
    }),
  );
}

export function writeSubscriptions(world: World): OutFile {
  return delimited("exports/stripe/stripe-subscriptions.csv", {
    header: [
      "id",
      "Customer ID",
      "Customer Name",
      "Customer Email",
      "Plan",
      "Quantity",
      "Currency",
      "Interval",
      "Amount",
      "Status",
      "Cancellation Reason",
      "Created (UTC)",
      "Start Date (UTC)",
      "Current Period Start (UTC)",
      "Current Period End (UTC)",
      "Trial Start (UTC)",
      "Trial End (UTC)",
      "Canceled At (UTC)",
      "Ended At (UTC)",
    ],
    rows: world.subscriptions
      .filter((subscription) => berlinDay(subscription.startUtc) <= world.last)
      .map((subscription): Cell[] => [
        subscription.id,
        subscription.customer,
        subscription.name,
        subscription.email,
        "Lotwerk Cloud",
        1,
        subscription.currency.toLowerCase(),
        subscription.interval,
        money(subscription.mrr * (subscription.interval === "year" ? 12 : 1), subscription.currency),
        subscription.endUtc === null ? "active" : "canceled",
        subscription.endUtc === null ? "" : "cancellation_requested",
        stampOf(subscription.startUtc),
        stampOf(subscription.startUtc),
        stampOf(subscription.startUtc),
        "",
        "",
        "",
        subscription.canceledUtc === null ? "" : stampOf(subscription.canceledUtc),
        subscription.endUtc === null ? "" : stampOf(subscription.endUtc),
      ]),
  });
}
