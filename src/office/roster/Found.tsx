import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { confirm } from '@/services/confirm'

type Checked = Actions['checkRoster']['reply']
type FoundProps = { name: string; estateName: string; sheets: Checked['sheets']; found: NonNullable<Checked['found']>; onImport: () => void }

/** 会改什么, before anything is changed. */
export function Found({ name, estateName, sheets, found: { total, added, changed, unchanged, absent }, onImport }: FoundProps) {
  const isIdle = added + changed === 0
  async function ask() {
    const sure = await confirm({ title: `导入 ${total} 户？`, words: `${estateName}：新增 ${added} 户，更改 ${changed} 户。已绑定的家人、绑定码和答卷都不变。`, yes: '导入' })
    if (sure) onImport()
  }
  return (
    <Section title={`“${name}”没有问题，共 ${total} 户`}>
      <Card flush>
        <Cell icon='plus' title='新增' value={`${added} 户`} />
        <Cell icon='pencil' title='更改' note='入住情况变了，或表里写了别的手机号' value={`${changed} 户`} />
        <Cell icon='check' title='不变' value={`${unchanged} 户`} />
        <Cell icon='info' title='表里没有' note='名册里有、表里没有的，保持原样。要去掉的请改成“已注销”' value={`${absent} 户`} />
      </Card>
      {sheets && sheets.unread.length > 0 && <Notice tone='warn' words={unreadWords(sheets)} />}
      <Notice words='正在进行的满意率调查按开始那天的名册计算，导入不影响它。' />
      {isIdle ? <Notice tone='good' words='名册已经和这张表一样，不用导入。' /> : <Button icon='check' words={`导入 ${total} 户`} onPress={() => void ask()} />}
    </Section>
  )
}

/** 没有读的工作表, so that nothing is left out without a word. */
const unreadWords = ({ read, unread }: NonNullable<Checked['sheets']>): string =>
  `只读了工作表“${read}”。没有读：${unread.map(({ name, isHidden }) => `“${name}”${isHidden ? '（隐藏）' : ''}`).join('、')}。那里如果有住户，请放到“${read}”里，再选一次。`
