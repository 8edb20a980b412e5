import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { day, described, httpAddress, id, isNoReason, name, phrase, yesNo } from './scalars.ts'

const areaName = z.strictObject({
  name: described(name, '领域名称', undefined, '政务新媒体'),
  counter: described(name, '量词', '例如：家、个、条').optional(),
  object: described(name, '检查对象', '例如：政府网站').optional(),
})

const hostName = z
  .string({ error: 'expects-host' })
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, { error: 'expects-host' })

const pictureName = z
  .string({ error: 'expects-picture' })
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:png|jpg)$/, { error: 'expects-picture' })

/**
 * The portal's registrations and the details that its pages must therefore show (47号 annex: site
 * code, ICP and police filing, government-site mark and its domain).
 */
const registration = z.strictObject({
  site_name: described(
    name,
    '网站名称',
    '所在门户网站的名称，用于 SiteName 标签',
    '示例市人民政府',
  ).optional(),
  domain: described(
    hostName,
    '网站域名',
    '只写域名，不写 https://，用于 SiteDomain 标签',
    'www.example.gov.cn',
  ).optional(),
  code: described(
    z
      .string({ error: 'expects-site-code' })
      .regex(/^(\d{10}|bm\d{8}|N\d{9})$/, { error: 'expects-site-code' }),
    '网站标识码',
    '加引号',
    '0000000001',
  ).optional(),
  icp: described(
    z
      .string({ error: 'expects-icp' })
      .regex(/^\p{Script=Han}ICP备\d{6,}号(-\d+)?$/u, { error: 'expects-icp' }),
    'ICP备案号',
    undefined,
    '例ICP备00000000号-1',
  ).optional(),
  police: described(
    z
      .string({ error: 'expects-police' })
      .regex(/^\p{Script=Han}公网安备 ?\d{14}号$/u, { error: 'expects-police' }),
    '公安备案号',
    undefined,
    '例公网安备 00000000000001号',
  ).optional(),
  mark: described(
    httpAddress.regex(/^https:\/\/bszs\.conac\.cn\/sitename\?method=show&id=[0-9A-Fa-f]{32}$/, {
      error: 'expects-mark',
    }),
    '党政机关网站标识的网址',
    undefined,
    'https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000',
  ).optional(),
  mark_picture: described(
    pictureName,
    '党政机关网站标识的图片',
    '标识管理机构发给本网站的 PNG 或 JPG 文件，放在 content/attachments/site/ 里；不填就只有文字，网站不画',
    'mark.png',
  ).optional(),
  police_picture: described(
    pictureName,
    '公安备案的图标',
    '备案时取得的 PNG 或 JPG 文件，放在 content/attachments/site/ 里；不填就只有文字，网站不画',
    'police.png',
  ).optional(),
})

const organiser = z.strictObject({
  name: described(name, '主办单位', undefined, '示例市人民政府办公室'),
  undertaker: described(name, '承办单位').optional(),
  address: described(name, '地址').optional(),
})

/** The place of this site in the portal: its column and the way to it. */
const column = z.strictObject({
  name: described(name, '栏目名称', '用于 ColumnName 标签', '网站与政务新媒体监管'),
  description: described(
    phrase,
    '栏目说明',
    '用于 ColumnDescription 标签',
    '公开政府网站和政务新媒体检查结果。',
  ).optional(),
  keywords: described(z.array(name).min(1), '栏目关键词', undefined, [
    '政府网站',
    '检查通报',
  ]).optional(),
  type: described(
    name,
    '栏目类型',
    '例如：数据发布、政策文件、工作动态；用于 ColumnType 标签',
    '数据发布',
  ).optional(),
  path: described(
    z
      .array(
        z.strictObject({
          name: described(name, '名称'),
          address: described(httpAddress, '网址').optional(),
        }),
      )
      .min(1),
    '上级栏目',
    '从门户首页到本栏目，显示在每页的“当前位置”前面',
    [{ name: '政务公开', address: 'https://www.example.gov.cn/zwgk/' }],
  ).optional(),
})

/**
 * Pictures that an office supplies for the documents of its bulletins. Nothing is drawn instead of
 * a missing one.
 */
const letterhead = z.strictObject({
  office: described(
    name,
    '发文机关',
    '只用于这个机关单独发文的通报，写法和检查数据里的发文机关一致',
    '示例市人民政府办公室',
  ),
  head: described(
    pictureName,
    '红头图片',
    'PNG 或 JPG 文件，放在 content/attachments/site/ 里；印成和版心一样宽，即156毫米',
    'red-head.png',
  ).optional(),
  seal: described(
    pictureName,
    '印章图片',
    'PNG 或 JPG 文件，放在 content/attachments/site/ 里；会随网页和 Word 文件公开，谁都可以取用，想清楚再填',
    'seal.png',
  ).optional(),
  seal_mm: described(
    z.int({ error: 'expects-count' }).min(20).max(60),
    '印章宽度',
    '毫米，不填按42毫米',
    42,
  ).optional(),
})

/** To whom units hand over the files that they make with the forms. */
const recipient = z.strictObject({
  name: described(name, '交给谁', '写到科室', '市政府办公室政务公开科'),
  how: described(
    phrase,
    '怎样交',
    '邮箱、电话、收文系统等，会公开在表单页上',
    '电话 0000-0000000，内网公文系统收文',
  ).optional(),
})

/** The repository with the files of this site, to which changes are proposed. */
const repository = z.strictObject({
  address: described(
    httpAddress.regex(/^https:/, { error: 'expects-secure-address' }),
    '仓库网址',
    '浏览器里打开仓库首页的网址，以 https:// 开头',
    'https://git.example.com/office/bulletins',
  ),
  kind: described(
    z.enum(['github', 'gitlab', 'gitea', 'gitee']),
    '服务种类',
    '仓库用的是哪一种软件；不在其中的不填，表单只下载文件',
    'gitlab',
  ).optional(),
  branch: described(
    z
      .string({ error: 'expects-branch' })
      .regex(/^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.))[\p{L}\d_][\p{L}\d._/-]*(?<![./])$/u, {
        error: 'expects-branch',
      })
      .refine(isNoReason, { error: 'reason-refused' }),
    '分支',
    '审核后的内容所在的分支；不填就是 main',
    'main',
  ).optional(),
  folder: described(
    z
      .string({ error: 'expects-folder' })
      .regex(/^[\p{L}\d_][\p{L}\d._-]*(?:\/[\p{L}\d_][\p{L}\d._-]*)*$/u, {
        error: 'expects-folder',
      })
      .refine(isNoReason, { error: 'reason-refused' }),
    '数据文件夹',
    '数据文件夹在仓库里的位置，不以斜杠开头；不填就是 data',
    'sites/yibin/data',
  ).optional(),
})

/** The forms for the office's own editors at `admin/`. */
const editor = z.strictObject({
  app: described(
    name,
    '应用编号',
    '在仓库服务上登记本网站为应用后得到的编号（GitLab、Gitea）；不填就用访问令牌登录',
  ).optional(),
})

/** Holidays and make-up days of a year, from the State Council's notice. */
const holidaysOfYear = z.strictObject({
  off: described(
    z
      .array(
        z.strictObject({
          start: described(day, '第一天', undefined, '2024-10-01'),
          end: described(day, '最后一天', '只放一天的，写和第一天相同的日期', '2024-10-07'),
        }),
      )
      .min(1),
    '放假',
    '通知里的每个假期，连同调休和连上的周末',
    [{ start: '2024-10-01', end: '2024-10-07' }],
  ),
  work: described(z.array(day), '补班', '通知里写明要上班的星期六、星期日', [
    '2024-09-29',
    '2024-10-12',
  ]).optional(),
})

/** `data/site.yaml` */
export const site = z.strictObject({
  format: described(
    z.int({ error: 'expects-count' }).min(0, { error: 'expects-count' }),
    '数据格式的版本',
    '由 npm run migrate 填写，升级程序时用它判断要不要转换；不填就是 1',
    1,
  ).optional(),
  name: described(name, '站点名称', undefined, '宜宾市政务公开与网络平台检查公示'),
  place: described(name, '地区', '例如：宜宾市'),
  official: described(yesNo, '是否官方站点', '没有取得授权的填 false，每页标明非官方'),
  sample: described(yesNo, '是否示例数据', '虚构数据填 true，每页标明示例数据').optional(),
  notice: described(phrase, '提示语', '显示在每页顶部', '非官方示例，依据公开文件整理').optional(),
  time_zone: described(
    name.refine(isTimeZone, { error: 'expects-time-zone' }),
    '时区',
    '判断“今天”用的时区，例如：Asia/Shanghai',
  ),
  rate_decimals: described(
    z.int({ error: 'expects-count' }).min(0).max(4),
    '比率小数位数',
    '计算出的百分数默认保留几位小数',
    1,
  ),
  areas: described(z.record(id, areaName), '检查领域'),
  tiers: described(z.record(id, name), '单位层级', '按页面上的先后次序', { county: '县（区）' }),
  platforms: described(
    z.record(name, z.array(name)),
    '平台',
    '左边是本站使用的名称，右边是同一平台的其他叫法，没有就写 []',
    { 微信公众号: ['微信公众平台'] },
  ),
  source: described(
    z.strictObject({
      title: described(
        name,
        '来源文件',
        undefined,
        '宜宾市人民政府办公室关于2024年第一季度检查情况的通报',
      ),
      address: described(httpAddress, '网址').optional(),
    }),
    '数据来源',
  ).optional(),
  licence: described(
    z.strictObject({
      name: described(
        name,
        '名称',
        '例如：知识共享署名4.0国际许可协议',
        '示例市公共数据开放授权许可',
      ),
      address: described(
        httpAddress,
        '网址',
        '许可全文的网址',
        'https://www.example.gov.cn/data/licence.html',
      ).optional(),
    }),
    '数据使用许可',
    '写在数据目录和每个数据文件里；没有确定的不填，网站写明“未写明”',
  ).optional(),
  registration: described(
    z.union([z.literal('not-applicable'), registration], { error: 'expects-registration' }),
    '登记信息',
    '官方站点逐项填写；非官方站点没有登记的，写 not-applicable',
  ).optional(),
  organiser: described(organiser, '主办单位').optional(),
  column: described(column, '所在栏目').optional(),
  embedded: described(
    yesNo,
    '嵌入门户',
    '由门户网站的模板提供页头、页脚和当前位置时填 true，每页只输出正文',
  ).optional(),
  attachment_mb: described(
    z.int({ error: 'expects-count' }).min(1).max(200),
    '附件大小上限',
    '每个附件最大多少兆（MB），不填按20兆',
    20,
  ).optional(),
  letterhead: described(
    letterhead,
    '红头和印章',
    '用在打印的通报和 Word 文件里；不填就没有红头和印章，网站不画',
  ).optional(),
  contact: described(phrase, '联系方式', undefined, '电话 0000-0000000').optional(),
  recipient: described(
    recipient,
    '填报的收件人',
    '在线填报做好的文件交给谁；表单上照写，单位不用再问',
  ).optional(),
  repository: described(
    repository,
    '数据仓库',
    '写了的，网站上的表单填好后带到这里提交',
  ).optional(),
  editor: described(
    editor,
    '内容编辑器',
    '写了就在 admin/ 提供表单式的编辑器；没有要填的，写 {}',
  ).optional(),
  holidays: described(
    z.record(z.string().regex(/^20\d\d$/, { error: 'expects-year' }), holidaysOfYear),
    '放假安排',
    '数工作日用的放假安排，左边是年份；国务院办公厅的通知公布以后照着填，整年都填。不填的年份用程序自带的，自带的没有就不计算',
    {
      2024: {
        off: [
          { start: '2024-01-01', end: '2024-01-01' },
          { start: '2024-02-10', end: '2024-02-17' },
        ],
        work: ['2024-02-04', '2024-02-18'],
      },
    },
  ).optional(),
  manual: described(
    yesNo,
    '手册',
    '网站带有随程序提供的编辑手册；不要手册的填 false，网站里就没有手册的页面和链接',
    false,
  ).optional(),
  acknowledged,
})
export type Site = z.infer<typeof site>

/** The Git repository of the authored files. */
export type Repository = NonNullable<Site['repository']>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
