import { useState } from 'react'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { CopyButton } from '@/components/CopyButton'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { ROSTER_COLUMN } from '@/labels/roster'
import { saveTemplate } from './template'

/** A spreadsheet puts what stands between tabs into cells. */
const HEADER = ROSTER_COLUMNS.join('\t')

/** 怎么填: the six columns, and a template where there is a way to save one. */
export function HowToFill() {
  const [failed, setFailed] = useState(false)
  const save = () => void saveTemplate().then(() => setFailed(false), () => setFailed(true))
  return (
    <Section title='1. 准备表格' note='只读第一张看得见的工作表：第一行是下面六列，一行一户，没有标题行和合计行。姓名、身份证号不要写进来。'>
      <Card flush>{ROSTER_COLUMNS.map((column) => <Cell key={column} title={column} note={`${ROSTER_COLUMN[column].how}。例：${ROSTER_COLUMN[column].example}`} />)}</Card>
      {failed && <Refusal words='模板没有存下来。请检查网络，再点一次；也可以照上面六列自己建表。' />}
      {process.env.TARO_ENV === 'h5' && <Button kind='secondary' icon='download' words='下载模板' onPress={save} />}
      {process.env.TARO_ENV === 'weapp' && <Notice words='表格请在电脑上做好，发到“文件传输助手”，再从这里选。也可以在电脑浏览器里打开本页下载模板。' />}
      {process.env.TARO_ENV === 'weapp' && <CopyButton icon='clipboardList' words='复制表头' text={() => HEADER} done='已复制，可粘贴到表格第一行' otherwise='照着上面六列自己写' />}
    </Section>
  )
}
