import type { Country } from "../company.ts";
import type { Random } from "../random.ts";

/** A word as it is written, and as it stands in addresses. */
export interface Word {
  readonly text: string;
  readonly latin: string;
}

/** Lower-case Latin letters and digits, words joined by `joint`. */
export const slug = (text: string, joint = ""): string =>
  text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f']/g, "")
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^-+|-+$/g, "");

/** Words from a line: `Jürgen`, or `伟:wei` where the Latin form cannot be told from the text; `_` stands for a blank. */
const words = (line: string): readonly Word[] =>
  line.split(" ").map((one) => {
    const [text = "", latin] = one.replaceAll("_", " ").split(":");
    return { text, latin: latin ?? slug(text, "-") };
  });

type Names = { readonly first: readonly Word[]; readonly last: readonly Word[] };

const german: Names = {
  first: words(
    "Jürgen Anke Björn Sabine Matthias Katrin Uwe Heike Stefan Petra Jörg Silke Thomas Andrea Markus Claudia Frank Birgit Torsten Nicole Holger Susanne Florian Julia Sebastian Lena Tobias Anna Jan Melanie Dirk Martina Philipp Sandra Oliver Kerstin Daniel Simone Lukas Franziska",
  ),
  last: words(
    "Müller Schröder Weiß Krüger Jäger Böhm Fuchs Lindner Hoffmann Günther Voß Schmidt Wagner Becker Schäfer Richter Wolf Neumann Zimmermann Braun Hartmann Krause Lehmann Werner Köhler Maier Huber Kaiser Peters Lang Scholz Möller Friedrich Keller Vogel Winkler Lorenz Baumann Albrecht Ludwig Winter Simon Kraus Stein Haas Sommer Graf Seidel Heinrich Brandt",
  ),
};

const NAMES: Readonly<Record<Country, Names>> = {
  DE: german,
  AT: german,
  CH: {
    first: words(
      "Reto Urs Beat Regula Claudia Luca Andrea Daniel Nadia Thomas Sandra Marco Ursina Fabian Corinne Pascal Martina Simon",
    ),
    last: words(
      "Bühler Zürcher Gerber Meier Rüegg Müller Keller Schmid Weber Huber Frei Baumgartner Widmer Zaugg Bosshard Steiner Amstutz Brunner Kunz Hofer",
    ),
  },
  FR: {
    first: words(
      "Hélène François Élise Benoît Chloé Jérôme Aurélie Noël Camille Nicolas Sophie Julien Claire Mathieu Céline Antoine Isabelle Guillaume Nathalie Laurent Émilie Sébastien Marion Olivier",
    ),
    last: words(
      "Lefèvre Dubois Gauthier Béranger Moreau Lemaître Rousseau Martin Bernard Petit Durand Leroy Fournier Girard Bonnet Lambert Fontaine Chevalier Mercier Blanc Guérin Boyer Garnier Faure Roussel Masson Renaud Perrin",
    ),
  },
  US: {
    first: words(
      "Ashley Brandon Carla Derek Emily Frank Grace Hector Irene Jason Karen Luis Megan Nathan Olivia Paul Rachel Steven Teresa Victor Amanda Brian Christine David Erica Gregory Heather Kevin Laura Michael Nicole Patrick Sarah Timothy Wendy Andre",
    ),
    last: words(
      "O'Connor Smith Nguyen Garcia Miller Johnson Patel Brown Kowalski Williams Davis Martinez Anderson Wilson Taylor Thomas Moore Jackson Lee Thompson Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Torres Hill Green Adams Nelson Baker Rivera Campbell Mitchell Carter Larsen Schneider",
    ),
  },
  CN: {
    first: words(
      "伟:wei 芳:fang 娜:na 敏:min 静:jing 磊:lei 洋:yang 艳:yan 军:jun 晓明:xiaoming 建国:jianguo 丽华:lihua 志强:zhiqiang 海燕:haiyan 俊杰:junjie 雪梅:xuemei 文博:wenbo 思琪:siqi 国栋:guodong 婷婷:tingting 浩然:haoran 春梅:chunmei 立新:lixin 佳怡:jiayi 永刚:yonggang 慧:hui 鹏飞:pengfei 雨桐:yutong 振华:zhenhua 明远:mingyuan",
    ),
    last: words(
      "王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 赵:zhao 黄:huang 周:zhou 吴:wu 徐:xu 孙:sun 胡:hu 朱:zhu 高:gao 林:lin 何:he 郭:guo 马:ma 罗:luo 梁:liang 宋:song 郑:zheng 谢:xie 韩:han 唐:tang 冯:feng 于:yu 董:dong 萧:xiao 程:cheng 曹:cao",
    ),
  },
  JP: {
    first: words(
      "健太:kenta 美咲:misaki 翔:sho 陽子:yoko 大輔:daisuke 由美:yumi 拓也:takuya 彩:aya 浩二:koji 直樹:naoki 真由美:mayumi 哲也:tetsuya 恵子:keiko 修:osamu 香織:kaori 誠:makoto 智子:tomoko 隆:takashi",
    ),
    last: words(
      "佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 伊藤:ito 渡辺:watanabe 山本:yamamoto 中村:nakamura 小林:kobayashi 加藤:kato 吉田:yoshida 山田:yamada 佐々木:sasaki 松本:matsumoto 井上:inoue 木村:kimura 林:hayashi 清水:shimizu 斎藤:saito 森:mori",
    ),
  },
};

/** A person's names and the part before the @ of an address, as firms of the country write it. */
export function personName(
  random: Random,
  country: Country,
): { readonly first: string; readonly last: string; readonly local: string } {
  const names = NAMES[country];
  const first = random.pick(names.first);
  const last = random.pick(names.last);
  const parts = country === "CN" || country === "JP" ? [last.latin, first.latin] : [first.latin, last.latin];
  return { first: first.text, last: last.text, local: parts.join(".") };
}

/** How firms of a country are called: one pattern is picked, and a word of each of its lists. `address`: the words of its domain. */
interface Pattern {
  readonly lists: readonly (readonly Word[])[];
  readonly joint: string;
  readonly address: readonly number[];
  readonly weight: number;
}

const pattern = (
  weight: number,
  joint: string,
  address: readonly number[],
  ...lists: (readonly Word[])[]
): Pattern => ({
  lists,
  joint,
  address,
  weight,
});

const germanForms = words("GmbH GmbH GmbH AG GmbH_&_Co._KG");
const germanTrades = words(
  "Wassertechnik Chemie Anlagenbau Pumpen Behälterbau Hydraulik Verfahrenstechnik Tanktechnik Umwelttechnik Lebensmittel Kunststoff Pharma Baustoffe Armaturen Agrar Energie Recycling Papier Farben Mineralöl Dosiertechnik Fördertechnik Rohrsysteme Silobau",
);
const germanPlaces = words(
  "Elbtal Schwarzbach Rheinufer Oberland Möwe Havel Steinfurt Donau Eifel Weserbergland Allgäu Nordsee Spree Sauerland Taunus Lausitz Rhön Altmühl Hunsrück Emsland Uckermark Vogtland Isar Neckar Saaletal Ostsee Heide Odenwald Harz Spessart Börde Kinzigtal Frankenwald Müritz Lahntal Hegau Münsterland Wetterau Ammersee Trave",
);
const germanTowns = words(
  "Altenbrück Hohenriede Grünlinden Rosenhorst Waldbrunnau Seelingen Falkenried Marienwörth Brückenhagen Steinlohe Lichtenrode Eschbrück Burgwiesen Kirchlohe Ahrenwald Wolfsried Weidenloh Mühlgrund Ebersloh Reichenlohe Hagenried Ostbrunn Schönlohe Bärnried Teichloh Lindenwörth Sandloh Birkenrode",
);

const FIRMS: Readonly<Record<Country, readonly Pattern[]>> = {
  DE: [
    pattern(5, " ", [0, 1], germanPlaces, germanTrades, germanForms),
    pattern(4, " ", [0, 1], german.last, germanTrades, germanForms),
    pattern(
      2,
      " ",
      [0, 1],
      words("Stadtwerke Brauerei Molkerei Chemiepark Zweckverband_Wasser Klärwerk Zuckerfabrik Papierfabrik Kieswerk"),
      germanTowns,
    ),
  ],
  AT: [
    pattern(
      1,
      " ",
      [0, 1],
      words("Inntal Wachau Semmering Murtal Zillertal Traun Attersee Enns Donauland Karawanken Arlberg Salzach"),
      words("Wassertechnik Anlagenbau Energie Chemie Behälterbau Pumpen Getränke Hydro Holz"),
      words("GmbH GmbH AG"),
    ),
    pattern(
      1,
      " ",
      [0, 1],
      words("Gruber Pichler Steiner Moser Leitner Hofer Eder Bauer Wimmer Egger Aigner Fellner Haider Lechner"),
      words("Anlagenbau Wassertechnik Metallbau Umwelttechnik Kunststoff Silobau"),
      words("GmbH GmbH KG"),
    ),
  ],
  CH: [
    pattern(
      1,
      " ",
      [0, 1],
      words("Aare Säntis Gotthard Limmat Jura Emme Reuss Thur Engadin Rigi Seeland Sihl"),
      words("Hydro Messtechnik Pharma Chemie Lebensmittel Anlagenbau Energie Papier Wasser"),
      words("AG AG GmbH"),
    ),
    pattern(
      1,
      " ",
      [0, 1],
      words("Amstutz Brunner Frei Gerber Hofer Keller Kunz Meier Rüegg Schmid Steiner Widmer Zaugg Bosshard"),
      words("Apparatebau Tankbau Verfahrenstechnik Pumpen Käserei Wassertechnik"),
      words("AG AG Sàrl"),
    ),
  ],
  FR: [
    pattern(
      3,
      " ",
      [0, 1],
      words(
        "Eaux Chimie Procédés Énergie Cuves Silos Papeterie Laiterie Brasserie Pharma Traitement Hydraulique Mesures Industries Agro",
      ),
      words(
        "Garonne Armor Vosges Provence Loire Savoie Étoile Bretagne Charente Dordogne Camargue Cévennes Ardennes Périgord Touraine Anjou Beauce Jura Berry Roussillon Artois Sologne",
      ),
      words("SA SAS SAS SARL"),
    ),
    pattern(
      2,
      " ",
      [0, 1],
      words(
        "Delorme Vasseur Lacroix Marchand Perrot Renard Colin Aubert Poirier Leclerc Barbier Carpentier Maillard Gaillard Bouvier Tessier",
      ),
      words("Frères Procédés Chaudronnerie Pompes Environnement Agroalimentaire Industrie"),
      words("SAS SARL SA"),
    ),
  ],
  US: [
    pattern(
      4,
      " ",
      [0, 1],
      words(
        "Bluewater Prairie Ironwood Cascade Lakeshore Redstone Pinecrest Harbor Big_Bend Cedar_Valley Clearfork Copperhead Eagle_Ridge Flint_Hills Granite_State Great_Plains High_Desert Lone_Oak Mesa Millbrook Northfield Old_Mill Piedmont Red_River Sandhills Silver_Lake Stonegate Summit Timberline Tri-County Twin_Rivers Wabash White_Pine Wolf_Creek Gulf_Coast Blackwater Shenandoah Tidewater",
      ),
      words(
        "Utilities Process_Systems Petrochem Brewing Water_District Tank_Services Chemicals Foods Pumps Environmental Energy Materials Paper Dairy Ethanol Filtration Packaging Grain Aggregates Coatings",
      ),
      words("Inc. LLC Corp. Co."),
    ),
    pattern(
      2,
      " ",
      [0, 1],
      words(
        "Hargreave Whitaker Dawson Pruitt Callahan Bergstrom Delgado Fairbanks Hollis Jernigan Kessler Lindqvist McAllister Norwood Osborne Pruett Quimby Rutherford Sinclair Tillman Underhill Vance Weatherby Yates Zimmer Boone",
      ),
      words("Engineering Fabrication Tank_&_Vessel Industries Controls Manufacturing Process_Equipment Milling"),
      words("Inc. LLC Co."),
    ),
    pattern(
      1,
      " ",
      [1, 2],
      words("City_of Town_of"),
      words(
        "Ashford Belmont_Springs Clearwater_Bluff Dunmore Elk_Grove Fairhaven Glenrock Hillsdale Ironton Juniper_Falls Kingsport_Heights Larkspur Maple_Bluff Newbridge Oakhurst",
      ),
      words("Water_Department Public_Works Utilities"),
    ),
  ],
  CN: [
    pattern(
      1,
      "",
      [1, 2, 0],
      words(
        "苏州:suzhou 上海:shanghai 杭州:hangzhou 青岛:qingdao 成都:chengdu 武汉:wuhan 天津:tianjin 佛山:foshan 宁波:ningbo 南京:nanjing 济南:jinan 厦门:xiamen 大连:dalian 长沙:changsha 合肥:hefei 郑州:zhengzhou 西安:xian 重庆:chongqing",
      ),
      words(
        "江海:jianghai 华川:huachuan 中泽:zhongze 东湖:donghu 长河:changhe 天源:tianyuan 北渠:beiqu 瑞澜:ruilan 恒润:hengrun 清泉:qingquan 海岳:haiyue 泰和:taihe 博源:boyuan 新澄:xincheng 远帆:yuanfan 金浦:jinpu 润泽:runze 科瑞:kerui 蓝洋:lanyang 盛川:shengchuan 鼎兴:dingxing 汇川源:huichuanyuan 永澄:yongcheng 华澜:hualan",
      ),
      words(
        "水务:water 化工:chem 环保设备:env 仪表:instruments 石化:petrochem 水处理:treatment 自动化:automation 制药:pharma 食品:foods 泵业:pumps 新材料:materials 能源:energy",
      ),
      words("有限公司 有限公司 股份有限公司 集团有限公司"),
    ),
  ],
  JP: [
    pattern(
      3,
      "",
      [0, 1],
      words(
        "東雲:shinonome 青葉:aoba 瀬戸:seto 富士見:fujimi みなと:minato 朝日野:asahino 白鷺:shirasagi 若狭:wakasa 北陸:hokuriku 三河:mikawa 大和川:yamatogawa 相模:sagami 琵琶:biwa 阿蘇:aso 千曲:chikuma 出雲:izumo 日向:hyuga 陸奥:mutsu 武蔵野:musashino 長良:nagara",
      ),
      words(
        "化学工業:chem 水道設備:suido 製作所:works 食品:foods 製薬:pharma 酒造:brewing 環境:kankyo 計装:keiso 製紙:paper ポンプ:pumps 樹脂:resin 油化:oil",
      ),
      words("株式会社"),
    ),
    pattern(
      1,
      "",
      [1, 2],
      words("株式会社"),
      words(
        "東雲:shinonome 青葉:aoba 瀬戸:seto 富士見:fujimi みなと:minato 白鷺:shirasagi 三河:mikawa 相模:sagami 琵琶:biwa 千曲:chikuma 武蔵野:musashino",
      ),
      words("エンジニアリング:engineering テクノ:techno プラント:plant システムズ:systems メンテナンス:maintenance"),
    ),
  ],
};

/** Towns that firms of the same name are told apart by. */
const TOWNS: Readonly<Record<Country, readonly Word[]>> = {
  DE: germanTowns,
  AT: words("Linz Graz Wels Steyr Villach Dornbirn Leoben"),
  CH: words("Bern Aarau Thun Chur Zug Olten Biel"),
  FR: words("Lyon Lille Nantes Rouen Dijon Toulouse Metz Rennes"),
  US: words("Ohio Texas Midwest West Southeast Dakota Carolina Michigan"),
  CN: words("华东:east 华南:south 华北:north 西南:southwest"),
  JP: words("大阪:osaka 名古屋:nagoya 福岡:fukuoka 仙台:sendai 広島:hiroshima"),
};

/** A firm that nobody is called like yet; its domain is added to `taken`. */
export function companyName(
  random: Random,
  country: Country,
  taken: Set<string>,
): { readonly name: string; readonly domain: string } {
  const patterns = FIRMS[country];
  for (let attempt = 0; ; attempt += 1) {
    const { lists, joint, address } = patterns[random.index(patterns.map(({ weight }) => weight))] as Pattern;
    const picked = lists.map((list) => random.pick(list));
    const town = attempt < 4 ? null : random.pick(TOWNS[country]);
    const parts = [...address.map((at) => picked[at] as Word), ...(town === null ? [] : [town])];
    const domain = `${parts.map(({ latin }) => latin).join("-")}.example`;
    if (taken.has(domain)) {
      if (attempt > 200) throw new Error(`no name left for a firm in ${country}`);
      continue;
    }
    taken.add(domain);
    const shown = picked.map(({ text }) => text);
    // The town stands before the legal form.
    if (town !== null) shown.splice(lists.length > 2 ? lists.length - 1 : lists.length, 0, town.text);
    return { name: shown.join(joint), domain };
  }
}

const WEST = [
  "Process Engineer",
  "Head of Maintenance",
  "Purchasing Manager",
  "Plant Manager",
  "Automation Lead",
  "CTO",
  "",
] as const;

/** Job titles as people write them into forms; "" where they leave them out. */
export const JOBS: Readonly<Record<Country, readonly string[]>> = {
  DE: WEST,
  AT: WEST,
  CH: WEST,
  US: WEST,
  FR: ["Ingénieur procédés", "Responsable maintenance", "Acheteur", "Directeur de site", "Automaticien", ""],
  CN: ["工艺工程师", "设备部经理", "采购经理", "厂长", "自动化工程师", "技术总监", ""],
  JP: ["プロセスエンジニア", "設備保全課長", "購買部", "工場長", "計装エンジニア", ""],
};
