export const welcome = {
  title: "Your first number is one file away",
  text: "This board fills from the exports you already have: web analytics, ad platforms, the CRM, a cost sheet. Each card below names the file it waits for and where to export it. There is nothing to set up first.",
  own: "Drop your exports",
  own_text: "Anywhere on this page. Each file is read and shown to you before it counts.",
  choose: "Choose files",
  what: "What can be dropped",
  demo: "Look around a demo company",
  demo_text:
    "Lotwerk Sensors, made up: two years of visits, ads, e-mails, leads, deals and costs. It stands beside your workspace and changes nothing in it.",
  demo_open: "Open the demo company",
  demo_filling: "Its exports are being written and loaded: {{share}}. This takes about a minute, once.",
  demo_ready: "It is ready, and opens in a tab of its own.",
  demo_elsewhere: "On your own machine, run:",
} as const;
