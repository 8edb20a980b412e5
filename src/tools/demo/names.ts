/**
 * The sample city. Its districts, places and accounts exist nowhere; departments carry the generic
 * names that every city has.
 */
export const place = '示例市'
export const issuer = '示例市人民政府办公室'

/** Unit that runs the city's portal and its own accounts. */
export const cityOffice = 'zhengfu-ban'

interface Place {
  readonly id: string
  readonly name: string
  /** The short name, used in names of accounts. */
  readonly short: string
  /** The name of its website. */
  readonly website: string
}

export const zones: readonly Place[] = [
  { id: 'shili-gaoxin', name: '示例高新区', short: '示例高新', website: '示例高新区管委会网站' },
  { id: 'shili-jingkai', name: '示例经开区', short: '示例经开', website: '示例经开区管委会网站' },
  { id: 'shuangli', name: '“双例”示范区', short: '双例示范', website: '“双例”示范区管委会网站' },
]

const county = (id: string, short: string, kind: '区' | '县'): Place => ({
  id,
  name: `${short}${kind}`,
  short,
  website: `${short}${kind}人民政府门户网站`,
})

export const counties: readonly Place[] = [
  county('shi-dong', '示东', '区'),
  county('shi-xi', '示西', '区'),
  county('shi-nan', '示南', '区'),
  county('shi-bei', '示北', '区'),
  county('li-jiang', '例江', '县'),
  county('li-he', '例河', '县'),
  county('li-hu', '例湖', '县'),
  county('li-shan', '例山', '县'),
  county('li-lin', '例林', '县'),
  county('li-tian', '例田', '县'),
]

interface Department {
  readonly id: string
  readonly name: string
  /** Names of its accounts are 示例 followed by this. */
  readonly topic: string
}

const departmentLines = `
zhengfu-ban 市政府办公室 发布
fagai 市发展改革委 发改
jingxin 市经济和信息化局 经信
jiaoyu 市教育局 教育
keji 市科技局 科技
minzong 市民族宗教局 民宗
gongan 市公安局 公安
minzheng 市民政局 民政
sifa 市司法局 司法
caizheng 市财政局 财政
renshe 市人力资源社会保障局 人社
ziran-ziyuan 市自然资源局 自然资源
shengtai-huanjing 市生态环境局 生态环境
zhujian 市住房城乡建设局 住建
jiaotong 市交通运输局 交通
shuili 市水利局 水利
nongye 市农业农村局 三农
shangwu 市商务局 商务
wenlv 市文化旅游局 文旅
weijian 市卫生健康委 卫健
tuiyi-junren 市退役军人局 退役军人
yingji 市应急管理局 应急
shenji 市审计局 审计
guozi 市国资委 国资
shichang-jianguan 市市场监管局 市场监管
tiyu 市体育局 体育
tongji 市统计局 统计
yibao 市医疗保障局 医保
jinrong 市金融工作局 金融
xinfang 市信访局 信访
linye 市林业局 林业
xiangcun-zhenxing 市乡村振兴局 乡村振兴
zhengwu-fuwu 市政务服务管理局 政务服务
shuju 市数据局 数据
jiguan-shiwu 市机关事务管理局 机关事务
gongjijin 市住房公积金管理中心 公积金
gonggong-ziyuan 市公共资源交易中心 公共资源
fangzhen-jianzai 市防震减灾服务中心 防震减灾
qixiang 市气象局 气象
shuiwu 市税务局 税务
xiaofang 市消防救援支队 消防
youzheng 市邮政管理局 邮政
yancao 市烟草专卖局 烟草
dangan 市档案馆 档案
difangzhi 市地方志编纂中心 方志
nongke-yuanqu 示例农业科技园区管委会 农科园区
lianhe-guanwei 示例市国家现代农业产业示范园区与乡村振兴综合改革试验区联合管理委员会（示例市农业科技成果转化服务中心） 联合园区
`

export const departments: readonly Department[] = departmentLines
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', name = '', topic = ''] = line.split(' ')
    return { id, name, topic }
  })

/** Departments and townships of a county that run accounts. */
export const countyBodies: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'jiaoyu', name: '教育' },
  { id: 'gongan', name: '公安' },
  { id: 'weijian', name: '卫健' },
  { id: 'wenlv', name: '文旅' },
  { id: 'yingji', name: '应急' },
  { id: 'renshe', name: '人社' },
  { id: 'shichang', name: '市场监管' },
  { id: 'nongye', name: '三农' },
  { id: 'sifa', name: '司法' },
  { id: 'jiaojing', name: '交警' },
  { id: 'minzheng', name: '民政' },
  { id: 'dong-zhen', name: '东镇' },
  { id: 'xi-zhen', name: '西镇' },
  { id: 'nan-zhen', name: '南镇' },
  { id: 'bei-zhen', name: '北镇' },
  { id: 'shanqian-xiang', name: '山前乡' },
  { id: 'shanhou-xiang', name: '山后乡' },
  { id: 'zhongxin-jiedao', name: '中心街道' },
]

export const websitePlatform = '政府网站'

interface Platform {
  readonly id: string
  readonly name: string
  /** The first year in which the city ran accounts on it, when it is younger than the oldest. */
  readonly since?: number
}

/** Platforms of accounts, the commonest first, with the word for them in ids. */
export const accountPlatforms: readonly Platform[] = [
  { id: 'wechat', name: '微信公众号' },
  { id: 'weibo', name: '新浪微博' },
  { id: 'douyin', name: '抖音号', since: 2018 },
  { id: 'shipin', name: '微信视频号', since: 2020 },
  { id: 'toutiao', name: '今日头条' },
  { id: 'mini', name: '微信小程序', since: 2018 },
  { id: 'app', name: '移动客户端' },
]

/** Aliases of platforms that occur in the roster. */
export const platformAliases: Readonly<Record<string, string>> = {
  头条号: '今日头条',
  微博: '新浪微博',
}

export const platformName = (name: string): string => platformAliases[name] ?? name

export const websiteTiers = [
  '市级门户网站',
  '县（区）门户网站',
  '功能区网站',
  '市直部门（单位）网站',
] as const
export const accountTiers = [
  '市政府本级',
  '市直部门（单位）',
  '县（区）、功能区本级',
  '县级部门及乡镇（街道）',
] as const
