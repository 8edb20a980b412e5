import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const texts = {
  'personal-data': {
    level: 'error',
    means:
      '网页是公开的，不能出现个人的号码：18位的身份证号（地区、出生日期、校验码都对，不管写成什么名称），写明是银行卡、账号并且发卡行和校验位都对的卡号。中间有空格、连字符、换行的，全角数字的，也算。',
    args: { what: '身份证号', number: '110…2X' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，证件号码11010519491231002X',
    },
  },
  'personal-number': {
    level: 'error',
    means:
      '文字里像是有手机号码、银行卡号、15位的身份证号，或者写错一位的身份证号。前后写着“电话”“手机”“身份证”的是错误，没有写的是警告；两种都可以在 acknowledged 里写明理由放过，例如乡镇对外公布的值班手机。前面写明“工单编号”“合同编号”“项目代码”“流水号”等名称的，带单位的数量，固定电话、12345、95开头和400开头的热线，都不提示。',
    args: { what: '手机号码', number: '138…78' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，联系人13812345678',
    },
  },
  'security-mark': {
    level: 'warning',
    means:
      '一段文字单独写着密级：绝密、机密、秘密★1年、密级：内部。“不涉密”“密级：公开”和正文里说到的国家秘密不算。官方站点这样写是错误，不能发布，也不能放过；注明“已解密”的，和试卷的“绝密★启用前”，在官方站点也只是警告，可以在 acknowledged 里写明理由。',
    args: { mark: '机密★10年' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 机密★10年',
    },
  },
  'draft-mark': {
    level: 'warning',
    means:
      '一段文字单独写着“征求意见稿”“送审稿”“讨论稿”等，或者题目末尾是“（征求意见稿）”。引用的题目，例如《……（征求意见稿）》，表格里的题目，附件的名称，都不算。官方站点这样写是错误，确系公开征求意见的，可以在 acknowledged 里写明理由。',
    args: { mark: '某县政务公开办法（征求意见稿）' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 某县政务公开办法（征求意见稿）',
    },
  },
  'internal-address': {
    level: 'warning',
    means:
      '文字里有只在内部网络里用的地址：172.16—172.31、192.168 开头的，前后写着服务器、网址、端口等的 10 开头的，没有点的主机名（http://oa/），以 .local、.lan 等结尾的。章节号（10.1.2.3 工作目标）、条款号和版本号（Oracle 10.2.0.4）不算。官方站点这样写是错误；不是地址的，可以在 acknowledged 里写明理由。',
    args: { address: '192.168.1.20' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，见 192.168.1.20',
    },
  },
  'email-not-listed': {
    level: 'error',
    means:
      '个人邮箱不能公开。公示办公室的邮箱，先写进 site.yaml 的 contact；别的单位对外公布的办公邮箱，可以在 acknowledged 里写明理由放过。',
    args: { email: 'zha…om' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，报 zhangsan@example.com',
    },
  },
  'text-unfinished': {
    level: 'error',
    means: '文字像是没有写完：留着“待补充”、TODO、问号或 ×× 之类的记号。',
    args: { text: '待补充' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误（待补充）',
    },
  },
  'prose-half-width': {
    level: 'hint',
    means: '中文里用全角标点。只是提示，不影响发布；加 --hints 才显示。',
    args: { text: ',', better: '，' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化政策解读,严格履行',
    },
  },
  'prose-space': {
    level: 'hint',
    means: '公文里汉字与数字之间不空格。只是提示，加 --hints 才显示。',
    args: {},
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化 3 类政策解读，严格履行',
    },
  },
  'prose-thousands': {
    level: 'hint',
    means: '公文里数字不用逗号分节。只是提示，加 --hints 才显示。',
    args: { text: '12,345', better: '12345' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化12,345条政策解读，严格履行',
    },
  },
  'prose-range': {
    level: 'hint',
    means: '数值范围用“～”或“至”。只是提示，加 --hints 才显示。',
    args: { text: '10%~20%', better: '10%～20%' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化10%~20%的政策解读，严格履行',
    },
  },
} as const satisfies Explanations
