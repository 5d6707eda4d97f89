// Brands that enterprises have in English beside the Chinese one, where neither is spelt or heard in the other. They are
// the names that the enterprises give themselves in annual reports and on their products.

import { isPinyin, plainSound } from "./skeleton.ts";

/** The Chinese brand, then its English ones in small letters, words joined. */
const lines = `
松下 panasonic;索尼 sony;夏普 sharp;东芝 toshiba;日立 hitachi;三菱 mitsubishi;村田 murata;欧姆龙 omron;京瓷 kyocera
佳能 canon;尼康 nikon;富士通 fujitsu;富士康 foxconn;住友 sumitomo;大金 daikin;小松 komatsu;久保田 kubota;丰田 toyota;本田 honda
日产 nissan;东丽 toray;旭化成 asahikasei;阿尔卑斯 alps;基恩士 keyence;发那科 fanuc;安川 yaskawa;理光 ricoh;柯尼卡美能达 konicaminolta
三星 samsung;现代 hyundai;海力士 hynix skhynix;起亚 kia;韩泰 hankook;锦湖 kumho;斗山 doosan;晓星 hyosung
通用电气 ge generalelectric;通用汽车 gm generalmotors;霍尼韦尔 honeywell;埃克森美孚 exxonmobil;可口可乐 cocacola;百事 pepsi pepsico
强生 johnsonjohnson;辉瑞 pfizer;默沙东 msd merck;默克 merck;礼来 lilly elililly;雅培 abbott;艾伯维 abbvie;赛默飞 thermofisher
阿斯利康 astrazeneca;诺华 novartis;罗氏 roche;赛诺菲 sanofi;葛兰素史克 gsk glaxosmithkline;勃林格殷格翰 boehringeringelheim;费森尤斯 fresenius
希捷 seagate;西部数据 westerndigital;英特尔 intel;微软 microsoft;苹果 apple;国际商业机器 ibm;惠普 hp;戴尔 dell;思科 cisco;高通 qualcomm
英飞凌 infineon;恩智浦 nxp;意法 stmicroelectronics;德州仪器 texasinstruments;安森美 onsemi;应用材料 appliedmaterials;泰科 tyco te;安费诺 amphenol
大众 volkswagen;宝马 bmw;奔驰 mercedes benz mercedesbenz;博世 bosch;采埃孚 zf;大陆 continental;马勒 mahle;舍弗勒 schaeffler;蒂森克虏伯 thyssenkrupp
巴斯夫 basf;拜耳 bayer;朗盛 lanxess;汉高 henkel;赢创 evonik;科思创 covestro;林德 linde;法雷奥 valeo;佛吉亚 faurecia;米其林 michelin
施耐德 schneider;阿尔斯通 alstom;液化空气 airliquide;圣戈班 saintgobain;欧莱雅 loreal;飞利浦 philips;壳牌 shell;联合利华 unilever;利乐 tetrapak
沃尔沃 volvo;爱立信 ericsson;阿特拉斯科普柯 atlascopco;山特维克 sandvik;宜家 ikea;诺基亚 nokia;通力 kone;迅达 schindler;奥的斯 otis
卡特彼勒 caterpillar;康明斯 cummins;约翰迪尔 johndeere;伊顿 eaton;艾默生 emerson;派克汉尼汾 parkerhannifin;丹佛斯 danfoss;维斯塔斯 vestas;格兰富 grundfos
正泰 chint;歌尔 goertek;立讯 luxshare;南瑞 nari;舜宇 sunny;均胜 joyson;拓普 tuopu;德赛 desay;京东方 boe;紫光 unigroup unisplendour;同方 tongfang tsinghuatongfang;浪潮 inspur;用友 yonyou;金蝶 kingdee;金山 kingsoft;海光 hygon;澜起 montage;圣邦 sgmicro;思瑞浦 3peak;华测 cti;先声 simcere;恩华 nhwa
海大 haid;海信 hisense;海尔 haier;美的 midea;格力 gree;长虹 changhong;康佳 konka;创维 skyworth;老板 robam;方太 fotile;小天鹅 littleswan;科沃斯 ecovacs;石头 roborock
联想 lenovo;中兴 zte;小米 xiaomi;荣耀 honor;字节跳动 bytedance;阿里巴巴 alibaba;百度 baidu;腾讯 tencent;京东方 boe;京东 jd;美团 meituan;网易 netease
大疆 dji;海康威视 hikvision;大华 dahua;科大讯飞 iflytek;商汤 sensetime;旷视 megvii;寒武纪 cambricon;汇川 inovance;埃斯顿 estun;新松 siasun;埃夫特 efort
中芯国际 smic;华虹 huahong hhgrace;长电 jcet;通富 tongfu tfme;韦尔 willsemi;兆易 gigadevice;北方华创 naura;中微 amec;华润微 crmicro;卓胜微 maxscend
药明康德 wuxiapptec apptec;药明生物 wuxibiologics;恒瑞 hengrui hengruipharma;百济神州 beigene;信达 innovent;君实 junshi;迈瑞 mindray;联影 unitedimaging
鱼跃 yuwell yuyue;复星 fosun;石药 cspc;华大 bgi;金斯瑞 genscript;凯莱英 asymchem;康龙化成 pharmaron;泰格 tigermed;豪森 hansoh;正大天晴 cttq
宁德时代 catl contemporaryamperex;比亚迪 byd;国轩 gotion;亿纬 eve;欣旺达 sunwoda;蜂巢 svolt;孚能 farasis;天合 trina;隆基 longi;晶科 jinko;晶澳 jasolar ja;阿特斯 canadian canadiansolar csi
协鑫 gcl;通威 tongwei;阳光电源 sungrow;固德威 goodwe;锦浪 ginlong;金风 goldwind;远景 envision;明阳 mingyang;先导 lead;奥特维 autowell;迈为 maxwell;捷佳伟创 sc
上汽 saic;上海汽车 saic saicmotor;一汽 faw;东风 dongfeng dfm;北汽 baic;广汽 gac;长安 changan;吉利 geely;奇瑞 chery;长城 greatwall;蔚来 nio;小鹏 xpeng;理想 liauto;雅迪 yadea;爱玛 aima;福田 foton
徐工 xcmg;三一 sany;中联重科 zoomlion;柳工 liugong;潍柴 weichai;玉柴 yuchai;一拖 yto;中集 cimc;中车 crrc;振华重工 zpmc;安徽合力 heli;杭叉 hangcha
宝钢 baosteel;宝武 baowu;鞍钢 ansteel angang;沙钢 shagang;南钢 nisco;河钢 hbis;首钢 shougang;中铝 chalco chinalco;万华 wanhua;福耀 fuyao;海螺 conch;信义 xinyi;玲珑 linglong
茅台 moutai;五粮液 wuliangye;洋河 yanghe;青岛 tsingtao;燕京 yanjing;伊利 yili;蒙牛 mengniu;海天 haitian;娃哈哈 wahaha;安踏 anta;李宁 lining;波司登 bosideng;红豆 hodo
中远海运 cosco coscoshipping;顺丰 sf sfexpress;圆通 yto;中通 zto;韵达 yunda;申通 sto;国旅 cits;携程 trip ctrip;东方航空 chinaeastern;南方航空 chinasouthern;平安 pingan;太平洋 cpic pacific
中石化 sinopec;中国石化 sinopec;中石油 petrochina cnpc;中海油 cnooc;国家电网 sgcc stategrid;南方电网 csg;三峡 threegorges ctg;中广核 cgn;中核 cnnc;华能 huaneng;国药 sinopharm;中化 sinochem;中粮 cofco;五矿 minmetals
迪卡侬 decathlon;沃尔玛 walmart;家乐福 carrefour;麦德龙 metro;星巴克 starbucks;麦当劳 mcdonalds;耐克 nike;优衣库 uniqlo;雀巢 nestle;达能 danone;玛氏 mars;亿滋 mondelez;嘉吉 cargill
杜邦 dupont;陶氏 dow;亨斯迈 huntsman;塞拉尼斯 celanese;阿克苏诺贝尔 akzonobel;帝斯曼 dsm;索尔维 solvay;捷普 jabil;伟创力 flextronics flex;罗技 logitech;安靠 amkor;日月光 ase;台积电 tsmc;联发科 mediatek
友达 auo;群创 innolux;仁宝 compal;纬创 wistron;广达 quanta;和硕 pegatron;英业达 inventec;明基 benq;华硕 asus;宏碁 acer;特斯拉 tesla;福特 ford;雷诺 renault;电装 denso;爱信 aisin;麦格纳 magna;安波福 aptiv
李尔 lear;博格华纳 borgwarner;天纳克 tenneco;奥托立夫 autoliv;普利司通 bridgestone;固特异 goodyear;库卡 kuka;菲尼克斯 phoenixcontact;魏德米勒 weidmuller;罗克韦尔 rockwell;江森自控 johnsoncontrols
开利 carrier;特灵 trane;波音 boeing;空客 airbus;空中客车 airbus;史赛克 stryker;美敦力 medtronic;百特 baxter;安捷伦 agilent;丹纳赫 danaher;思拓凡 cytiva;尼得科 nidec;日本电产 nidec;日东 nitto;美蓓亚 minebea
国际海运集装箱 cimc;旭创 innolight;英威腾 invt;华润上华 csmc;尚德 suntech;新易盛 eoptolink;光迅 accelink;烽火 fiberhome;中天 ztt;长飞 yofc;大族 hans hanslaser;华工 hgtech;锐科 raycus;麦格米特 megmeet;禾川 hcfa;绿的 leaderdrive
拓邦 topband;信维 sunway;顺络 sunlord;麦捷 microgate;三环 cctc;法拉 faratronic;宏发 hongfa;中航光电 jonhon;电连 ectconn;蓝思 lens;伯恩 bielcrystal;欧菲 ofilm;丘钛 qtech;信利 truly;维信诺 visionox;和辉 everdisplay
华星 csot;惠科 hkc;长鑫 cxmt;长江存储 ymtc;盛美 acm;拓荆 piotech;华海清科 hwatsing;芯源 kingsemi;中科飞测 skyverse;晶合 nexchip;晶方 wlcsp;华天 hti;沪硅 nsig;纳芯 novosense;艾为 awinic;晶丰明源 bps;杰华特 joulwatt
南芯 southchip;芯朋 chipown;力芯 etek;新洁能 nce;斯达 starpower;士兰 silan;雅克 yoke;天奈 cnano;贝特瑞 btr;恩捷 semcorp;星源 senior;天赐 tinci;新宙邦 capchem;当升 easpring;容百 ronbay;德方 dynanonic;格林美 gem;天齐 tianqi
微导 leadmicro;帝科 dkem;福斯特 first;爱旭 aiko;东方日升 risen;中信博 arctech;上能 sineng;德业 deye;盛弘 sinexcel;科士达 kstar;传音 transsion;影石 insta360;安克 anker;绿联 ugreen;海能达 hytera;普联 tplink;锐捷 ruijie
熊猫 panda;长江 yangtze changjiang;东方 oriental eastern orient;南方 southern;北方 northern norinco;凤凰 phoenix;永久 forever;太阳 sun;阳光 sunshine;红太阳 redsun;双星 doublestar;星宇 xingyu;曙光 dawn sugon;联合 united;环球 global universal;太极 taiji taichi;金龙 kinglong goldendragon;天鹅 swan;金鹰 goldeneagle;光明 bright;华夏 huaxia
`;

/** A word as names are compared: what is pinyin by its plain sound. */
const written = (word: string): string => (isPinyin(word) ? plainSound(word) : word);

/** Chinese brands by what they are called in English. */
const byEnglish = new Map<string, string[]>();
/** English brands by the first character of the Chinese ones. */
const byFirst = new Map<string, (readonly [han: string, english: readonly string[]])[]>();

for (const entry of lines.split(/[;\n]/u)) {
  const [han = "", ...names] = entry.split(" ");
  const english = names.map(written);
  if (han === "") continue;
  for (const name of english) byEnglish.set(name, [...(byEnglish.get(name) ?? []), han]);
  const first = han.slice(0, 1);
  byFirst.set(first, [...(byFirst.get(first) ?? []), [han, english]]);
}

/** The Chinese brands that are called so in English, words joined: greatwall. */
export const brandsCalled = (english: string): readonly string[] => byEnglish.get(english) ?? [];

/** What a Chinese text that begins with a brand is called in English. */
export const calledInEnglish = (text: string): readonly string[] =>
  (byFirst.get(text.slice(0, 1)) ?? []).flatMap(([han, english]) => (text.startsWith(han) ? english : []));
