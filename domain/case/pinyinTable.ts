// Written by scripts/pinyinTable.ts (npm run pinyin): the characters of the catalogue and its synonyms under their syllables.
export const PINYIN = [
  'an按 bai摆 ban板 bao保报 bei被 bi箅篦 bian便边 biao标 bing病 bo钵 bu不部 cai材菜踩 cang苍 cao草 ce厕 chang长 che车 chen尘 chi池 chong虫 chou臭 chu出处除 chuan传 chuang床 ci瓷 cuo错',
  'da大打搭 dai带袋 dan单 dang挡 dao到道 de的 deng凳灯等 di地 dian店点电 diao掉雕 ding定 dong东动 du堵毒 duan断 dui堆 e恶鹅 er饵 fa发法 fan范贩 fang房放防 fei废非 fen分焚粉粪 fu幅服浮覆附 gai盖 gan干杆',
  'gao告膏高 ge各格 gong公共 gou够构狗 gu固 gua挂 guan管观 guang光广 gui规 guo果 hai害 han含 hao号 hen痕 heng横 hu护 hua化滑画花 huai坏 huan环 huang潢黄 hui毁灰 huo或火 ji及圾积迹集鸡 jia佳加家架',
  'jian健剪建监 jiao叫 jie洁阶 jin禁 jing井净境景经 jiu救旧 ju具 kai开 kan砍 ke刻壳 keng坑 kong控空 kou口 ku枯 kuai块 kuo扩 la垃 lai来 lan栏烂 lang螂 lao老 le乐了 lei类 li立篱 liang亮晾 liao料',
  'lie裂 lin临 liu流 lou楼漏 lu路 luan乱 lun轮 luo落 lv绿 ma马 mai卖 man满 mao冒 mei没 men门 mian面 mie灭 ming命明 mu木母 nei内 ni泥 niu牛 pai牌 pen盆 peng棚 pi披皮 piao漂 pin品 ping坪平',
  'po破 pu铺 qi其器 qian千 qiang墙 qin禽 qing倾清 qiu秋 qu区 que缺 ren人任 san三散 sao扫 se色 sha沙 shai晒 shan擅 shang上商 shao烧 she摄设 shen身 sheng生绳 shi失屎式施时石示蚀识 shou收 shu属数树鼠',
  'shua刷 shuan栓 shui水 si四死私饲 su塑 sui碎 sun损 suo所 ta他 tai台太 tan坛摊 ti体梯 tie贴 ting亭停 tong桶筒通 tou头投 tu土涂秃 tui推 tuo脱 wa挖洼 wai外 wei位卫围未违 wen蚊 wu屋无污物误 xi息晰西 xia下',
  'xian显现线 xiang像箱象 xiao小效消 xie写屑斜 xin信新 xing行 xiu休修锈 xuan宣悬癣 ya压鸦鸭 yan烟颜 yang养阳 yao药 ye叶野 yi椅溢衣 yin窨 ying营蝇 yong用 you有游 yu于淤雨 yuan元 yue乐 za杂砸 zai在 zang脏',
  'zao凿 ze责 zha栅渣闸 zhan占站 zhang张章蟑 zhao找招 zhe着 zheng证 zhi志指枝植纸置 zhong种 zhou周 zhu住筑 zhuan砖 zhuang幢装 zhuo桌 zi子自',
].join(' ')
