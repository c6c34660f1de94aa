/** Mail services open to everybody: an address there says nothing about the company, so these never make an account. */
export const FREE_MAIL_DOMAINS: readonly string[] =
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.jp hotmail.com hotmail.co.uk hotmail.de
  hotmail.fr hotmail.it hotmail.es live.com live.co.uk live.de live.fr live.nl msn.com yahoo.com yahoo.co.uk yahoo.de
  yahoo.fr yahoo.it yahoo.es yahoo.ca yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.com.au yahoo.co.in yahoo.in
  yahoo.co.jp yahoo.com.tw yahoo.com.hk yahoo.co.id ymail.com rocketmail.com icloud.com me.com mac.com aol.com
  proton.me protonmail.com pm.me tutanota.com tuta.io hey.com fastmail.com zoho.com mail.com email.com gmx.de gmx.net
  gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de mailbox.org posteo.de orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.com.br uol.com.br
  bol.com.br ig.com.br btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net bigpond.com optusnet.com.au
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com telus.net
  ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl telenet.be skynet.be bluewin.ch mail.ru bk.ru inbox.ru list.ru
  yandex.ru yandex.com ya.ru rambler.ru ukr.net wp.pl onet.pl o2.pl interia.pl seznam.cz centrum.cz abv.bg
  naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com
  qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net sina.com sina.cn vip.sina.com sohu.com 139.com
  189.cn wo.cn aliyun.com tom.com 21cn.com 263.net`
    .trim()
    .split(/\s+/);
