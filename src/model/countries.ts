/** ISO 3166-1: the two letters and the three letters of every country. */
const CODES =
  "AFAFG ALALB DZDZA ASASM ADAND AOAGO AIAIA AQATA AGATG ARARG AMARM AWABW AUAUS ATAUT AZAZE BSBHS BHBHR BDBGD " +
  "BBBRB BYBLR BEBEL BZBLZ BJBEN BMBMU BTBTN BOBOL BABIH BWBWA BVBVT BRBRA IOIOT BNBRN BGBGR BFBFA BIBDI KHKHM " +
  "CMCMR CACAN CVCPV KYCYM CFCAF TDTCD CLCHL CNCHN CXCXR CCCCK COCOL KMCOM CGCOG CDCOD CKCOK CRCRI CICIV HRHRV " +
  "CUCUB CYCYP CZCZE DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST ETETH FKFLK FOFRO FJFJI FIFIN " +
  "FRFRA GFGUF PFPYF TFATF GAGAB GMGMB GEGEO DEDEU GHGHA GIGIB GRGRC GLGRL GDGRD GPGLP GUGUM GTGTM GNGIN GWGNB " +
  "GYGUY HTHTI HMHMD VAVAT HNHND HKHKG HUHUN ISISL ININD IDIDN IRIRN IQIRQ IEIRL ILISR ITITA JMJAM JPJPN JOJOR " +
  "KZKAZ KEKEN KIKIR KPPRK KRKOR KWKWT KGKGZ LALAO LVLVA LBLBN LSLSO LRLBR LYLBY LILIE LTLTU LULUX MOMAC MGMDG " +
  "MWMWI MYMYS MVMDV MLMLI MTMLT MHMHL MQMTQ MRMRT MUMUS YTMYT MXMEX FMFSM MDMDA MCMCO MNMNG MSMSR MAMAR MZMOZ " +
  "MMMMR NANAM NRNRU NPNPL NLNLD NCNCL NZNZL NINIC NENER NGNGA NUNIU NFNFK MPMNP MKMKD NONOR OMOMN PKPAK PWPLW " +
  "PSPSE PAPAN PGPNG PYPRY PEPER PHPHL PNPCN PLPOL PTPRT PRPRI QAQAT REREU ROROU RURUS RWRWA SHSHN KNKNA LCLCA " +
  "PMSPM VCVCT WSWSM SMSMR STSTP SASAU SNSEN SCSYC SLSLE SGSGP SKSVK SISVN SBSLB SOSOM ZAZAF GSSGS ESESP LKLKA " +
  "SDSDN SRSUR SJSJM SZSWZ SESWE CHCHE SYSYR TWTWN TJTJK TZTZA THTHA TLTLS TGTGO TKTKL TOTON TTTTO TNTUN TRTUR " +
  "TMTKM TCTCA TVTUV UGUGA UAUKR AEARE GBGBR USUSA UMUMI UYURY UZUZB VUVUT VEVEN VNVNM VGVGB VIVIR WFWLF EHESH " +
  "YEYEM ZMZMB ZWZWE AXALA BQBES CWCUW GGGGY IMIMN JEJEY MEMNE BLBLM MFMAF RSSRB SXSXM SSSSD";

/** Names in these languages are understood, as the Unicode CLDR has them. */
export const COUNTRY_LANGUAGES = ["en", "de", "fr", "es", "zh-CN"] as const;

/** What exports and people write besides. Korea and the Virgin Islands alone are two each; Congo alone is ISO's CG. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "阿联酋"],
  BA: ["Bosnia and Herzegovina", "波黑"],
  BN: ["Brunei Darussalam"],
  CD: ["Democratic Republic of the Congo", "DR Congo"],
  CG: ["Republic of the Congo"],
  CI: ["Cote d'Ivoire", "Côte d'Ivoire", "Ivory Coast", "Elfenbeinküste"],
  CN: [
    "People's Republic of China",
    "PR China",
    "Mainland China",
    "China, mainland",
    "VR China",
    "中国大陆",
    "中华人民共和国",
  ],
  CZ: ["Czech Republic", "Tschechische Republik", "République tchèque", "República Checa"],
  GB: [
    "UK",
    "U.K.",
    "Great Britain",
    "Britain",
    "England",
    "Großbritannien",
    "Grande-Bretagne",
    "Gran Bretaña",
    "大不列颠",
  ],
  HK: ["Hong Kong", "Hongkong", "Hong Kong SAR", "香港"],
  ID: ["印尼"],
  IR: ["Iran, Islamic Republic of", "Islamic Republic of Iran"],
  KR: ["Korea, Republic of", "Republic of Korea", "Korea, South", "大韩民国"],
  LA: ["Lao People's Democratic Republic"],
  MD: ["Moldova, Republic of", "Republic of Moldova"],
  MK: ["Macedonia"],
  MM: ["Myanmar", "Burma"],
  MO: ["Macao", "Macau", "澳门"],
  NL: ["The Netherlands", "Holland"],
  PS: ["Palestine", "State of Palestine", "巴勒斯坦"],
  RU: ["Russian Federation", "Russische Föderation", "Fédération de Russie", "俄国"],
  SA: ["KSA", "沙特"],
  SY: ["Syrian Arab Republic"],
  TR: ["Turkey", "Türkei", "Turquie", "Turquía"],
  TW: ["Taiwan, Province of China", "Taiwan", "中国台湾", "台湾"],
  TZ: ["United Republic of Tanzania", "Tanzania, United Republic of"],
  US: [
    "U.S.",
    "U.S.A.",
    "United States of America",
    "The United States",
    "America",
    "Vereinigte Staaten von Amerika",
    "EE. UU.",
    "EEUU",
    "美利坚合众国",
  ],
  VA: ["Holy See", "Vatican City State"],
  VE: ["Venezuela, Bolivarian Republic of"],
  VN: ["Viet Nam"],
};

/** Counts how rows' countries are read; rows of an earlier number hold them otherwise. */
export const COUNTRY_RULES_VERSION = 1;

export const COUNTRY_CODES: readonly string[] = CODES.split(" ").map((codes) => codes.slice(0, 2));

let known: ReadonlyMap<string, string> | null = null;

/** The two letters of a country by its codes and names, all in lower case. */
export function countryNames(): ReadonlyMap<string, string> {
  known ??= new Map([
    ...COUNTRY_LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      return COUNTRY_CODES.flatMap((code): [string, string][] => {
        const name = names.of(code);
        return name === undefined ? [] : [[name.toLowerCase(), code]];
      });
    }),
    ...Object.entries(OTHERS).flatMap(([code, names]) => names.map((name) => [name.toLowerCase(), code] as const)),
    ...CODES.split(" ").flatMap((codes): [string, string][] => {
      const code = codes.slice(0, 2);
      return [
        [code.toLowerCase(), code],
        [codes.slice(2).toLowerCase(), code],
      ];
    }),
  ]);
  return known;
}

/** A country's two letters from its name or code in any case; what is no country stays as it is. */
export function countryCode(text: string): string {
  return countryNames().get(text.trim().toLowerCase()) ?? text;
}
