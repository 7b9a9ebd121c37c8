import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import type { IconName } from '@/components/Icon/icons'
import { Section } from '@/components/Section'

const LINKS = [
  { icon: 'eye', title: '谁看过我的信息', note: '工作人员每看一次都有记录', page: 'seen' },
  { icon: 'shieldCheck', title: '我同意了什么', note: '相机、位置、手机号、剪贴板，随时可以撤回', page: 'privacy' },
  { icon: 'download', title: '导出我的资料', page: 'export' },
  { icon: 'trash', title: '删除我的资料', page: 'forget' },
] as const satisfies readonly { icon: IconName; title: string; note?: string; page: string }[]

const DOCUMENTS = [
  { icon: 'lock', title: '隐私保护指引', page: 'document', name: 'privacy' },
  { icon: 'fileText', title: '用户服务协议', page: 'document', name: 'terms' },
] as const

const go = (page: string, query = '') => void Taro.navigateTo({ url: `/resident/pages/${page}/index${query}` })

/** 我的信息: who saw it, what was agreed to, taking it along, and taking it back. */
export function MyData({ isMember }: { isMember: boolean }) {
  return (
    <Section title='我的信息'>
      <Card flush>
        {LINKS.filter(({ page }) => isMember || page === 'privacy').map((link) => <Cell key={link.page} icon={link.icon} title={link.title} note={'note' in link ? link.note : undefined} onPress={() => go(link.page)} />)}
        {DOCUMENTS.map(({ icon, title, page, name }) => <Cell key={name} icon={icon} title={title} onPress={() => go(page, `?name=${name}`)} />)}
      </Card>
    </Section>
  )
}
