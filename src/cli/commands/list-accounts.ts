import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { accountsCsv, printAccounts } from "../print/print-accounts.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface Flags {
  readonly period: string;
  readonly list?: string;
  readonly limit?: string;
  readonly asOf?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** Accounts in a table for people, and in a document for programs. */
const SHOWN = 25;
const MOST = 5000;

export const listAccounts: AddCommand = (program, { world, run }) => {
  program
    .command("accounts [args...]")
    .usage("DIR [--period P] [--list NAME] [options]")
    .description("target accounts and buying groups: penetration, coverage by role, who engaged and when last")
    .option("--period <period>", "days in which an engagement counts, as in ask", "last-90-days")
    .option("--list <name>", "only accounts on this list")
    .option("--limit <count>", `accounts to list: ${SHOWN}, with --csv and --json ${MOST}`)
    .option("--as-of <date>", "take this day for today")
    .option("--csv", "print the accounts as CSV")
    .option("--json", "print JSON")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        const limit = readLimit(flags);
        return withWorkspace(dir, world, async (workspace) => {
          const { showAccounts } = await import("../../service/accounts/show-accounts.ts");
          const { period, list, asOf } = flags;
          const shown = await showAccounts(workspace, { period, list, asOf, limit });
          const lists = shown.lists.map(({ name }) => name);
          if (list !== undefined && shown.count === 0 && !lists.includes(list))
            throw new LeadlineError(
              "accounts.list",
              `No target account stands on a list "${list}" in ${period}.`,
              lists.length > 0 ? `There are ${lists.join(", ")}.` : "leadline sources DIR shows what is loaded.",
              { key: "list" },
            );
          if (flags.json) printJson(world, shown);
          else if (flags.csv) world.out(accountsCsv(shown));
          else printAccounts(world, workspace, shown);
          return undefined;
        });
      }),
    );
};

function readLimit({ limit, csv, json }: Flags): number {
  if (limit === undefined) return csv || json ? MOST : SHOWN;
  const count = Number(limit);
  if (Number.isInteger(count) && count > 0 && count <= MOST) return count;
  throw new LeadlineError(
    "accounts.limit",
    `--limit ${limit} is no number of accounts.`,
    `Write a whole number from 1 to ${MOST}.`,
    { key: "limit" },
  );
}
