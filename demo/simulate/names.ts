import type { Country } from "../company.ts";

type Names = {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly latin?: readonly string[];
};

const german: Names = {
  first: [
    "Jürgen",
    "Anke",
    "Björn",
    "Sabine",
    "Matthias",
    "Katrin",
    "Uwe",
    "Heike",
    "Stefan",
    "Petra",
    "Jörg",
    "Silke",
  ],
  last: ["Müller", "Schröder", "Weiß", "Krüger", "Jäger", "Böhm", "Fuchs", "Lindner", "Hoffmann", "Günther", "Voß"],
};

export const NAMES: Readonly<Record<Country, Names>> = {
  DE: german,
  AT: german,
  CH: {
    first: ["Reto", "Urs", "Beat", "Regula", "Claudia", "Luca"],
    last: ["Bühler", "Zürcher", "Gerber", "Meier", "Rüegg"],
  },
  FR: {
    first: ["Hélène", "François", "Élise", "Benoît", "Chloé", "Jérôme", "Aurélie", "Noël"],
    last: ["Lefèvre", "Dubois", "Gauthier", "Béranger", "Moreau", "Lemaître", "Rousseau"],
  },
  US: {
    first: ["Ashley", "Brandon", "Carla", "Derek", "Emily", "Frank", "Grace", "Hector", "Irene", "Jason"],
    last: ["O'Connor", "Smith", "Nguyen", "Garcia", "Miller", "Johnson", "Patel", "Brown", "Kowalski"],
  },
  CN: {
    first: ["伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "军", "晓明"],
    last: ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"],
    latin: ["wei", "fang", "na", "min", "jing", "lei", "yang", "yan", "jun", "xiaoming"],
  },
  JP: {
    first: ["健太", "美咲", "翔", "陽子", "大輔", "由美", "拓也", "彩"],
    last: ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本"],
    latin: ["kenta", "misaki", "sho", "yoko", "daisuke", "yumi", "takuya", "aya"],
  },
};

export const COMPANY_WORDS: Readonly<
  Record<
    Country,
    { readonly stem: readonly string[]; readonly trade: readonly string[]; readonly form: readonly string[] }
  >
> = {
  DE: {
    stem: [
      "Nordhafen",
      "Elbtal",
      "Schwarzbach",
      "Rheinufer",
      "Kieler",
      "Oberland",
      "Möwe",
      "Havel",
      "Steinfurt",
      "Lübecker",
      "Donau",
      "Eifel",
    ],
    trade: ["Wassertechnik", "Chemie", "Anlagenbau", "Pumpen", "Brauerei", "Behälterbau", "Stadtwerke", "Hydraulik"],
    form: ["GmbH", "AG", "GmbH & Co. KG"],
  },
  AT: {
    stem: ["Inntal", "Wachau", "Semmering", "Murtal"],
    trade: ["Wassertechnik", "Anlagenbau", "Energie"],
    form: ["GmbH", "AG"],
  },
  CH: {
    stem: ["Aare", "Säntis", "Gotthard", "Limmat"],
    trade: ["Hydro", "Messtechnik", "Pharma"],
    form: ["AG", "Sàrl"],
  },
  FR: {
    stem: ["Garonne", "Armor", "Vosges", "Provence", "Loire", "Savoie", "Étoile"],
    trade: ["Eaux", "Chimie", "Procédés", "Agroalimentaire", "Énergie"],
    form: ["SA", "SAS", "SARL"],
  },
  US: {
    stem: ["Bluewater", "Prairie", "Ironwood", "Cascade", "Lakeshore", "Redstone", "Pinecrest", "Harbor"],
    trade: ["Utilities", "Process Systems", "Petrochem", "Brewing", "Water District", "Tank Services"],
    form: ["Inc.", "LLC", "Corp."],
  },
  CN: {
    stem: ["江海", "华川", "中泽", "东湖", "长河", "天源", "北渠"],
    trade: ["水务", "化工", "环保设备", "仪表", "石化"],
    form: ["有限公司", "股份有限公司"],
  },
  JP: {
    stem: ["東雲", "青葉", "瀬戸", "富士見", "みなと"],
    trade: ["化学工業", "水道設備", "製作所", "食品"],
    form: ["株式会社"],
  },
};

export const JOBS = [
  "Process Engineer",
  "Head of Maintenance",
  "Purchasing Manager",
  "Plant Manager",
  "Automation Lead",
  "CTO",
  "",
] as const;
