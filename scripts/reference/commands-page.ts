import { Command } from "commander";
import type { Context } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/commands/index.ts";

/** The command line's own help, one section a command. */
export function commandsPage(): string {
  const program = new Command("leadline");
  const context: Context = {
    world: { out: () => {}, err: () => {}, now: () => new Date(0), env: {}, terminal: false },
    run: async () => {},
  };
  for (const add of commands) add(program, context);
  const section = (command: Command, parents: string): string => {
    command.configureHelp({ helpWidth: 110 });
    return `## ${parents} ${command.name()}\n\n\`\`\`\n${command.helpInformation().trim()}\n\`\`\`\n`;
  };
  const sections = program.commands.flatMap((command) => [
    section(command, "leadline"),
    ...command.commands.map((own) => section(own, `leadline ${command.name()}`)),
  ]);
  return `# Commands

Written by \`npm run reference\`. \`DIR\` may be replaced by the environment variable \`LEADLINE_WORKSPACE\`. Exit codes: 0 done; 1 failed, with one sentence, a code and a remedy on stderr; 2 wrong usage; 3 loaded, but some rows are quarantined.

${sections.join("\n")}`;
}
