/**
 * The room `schema/` defines the shape of every authored file in Zod; each field has a Chinese title.
 * Forms, JSON Schemas, the manual's tables of fields and the spelling check of keys all read these
 * schemas. Start here: this file lists the kinds of files.
 */

import { authoredFiles as files } from './authored-files.ts'
import { correctionsFile } from './correction.ts'
import { catalogue } from './indicator.ts'
import { inspection } from './inspection.ts'
import { officeOpenness, unitOpenness } from './openness.ts'
import { rectificationStatement } from './rectification.ts'
import { registerRecord, selfInspection } from './self-inspection.ts'
import { site } from './site.ts'
import { channelsFile, unitsFile } from './unit.ts'

/** Each kind of authored file: the name of its JSON Schema, its title, and its path. */
export const fileKinds = {
  site: { title: '站点设置', place: files.site, schema: site },
  units: { title: '单位名录', place: files.units, schema: unitsFile },
  channels: { title: '网站和账号名录', place: files.channels, schema: channelsFile },
  indicators: { title: '检查指标目录', place: files.indicators, schema: catalogue },
  inspection: { title: '一期检查', place: files.inspection, schema: inspection },
  register: { title: '台账核查记录', place: files.register, schema: registerRecord },
  'self-inspection': {
    title: '自查整改情况',
    place: files['self-inspection'],
    schema: selfInspection,
  },
  corrections: {
    title: '撤回和改名的记录',
    place: files.corrections,
    schema: correctionsFile,
  },
  rectification: {
    title: '单位对问题整改的说明',
    place: files.rectification,
    schema: rectificationStatement,
  },
  openness: {
    title: '政策文件和征求意见台账',
    place: files.openness,
    schema: unitOpenness,
  },
  'openness-office': {
    title: '政务公开台账的核查和判断',
    place: files['openness-office'],
    schema: officeOpenness,
  },
} as const
