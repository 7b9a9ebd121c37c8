import { showCode } from '../../../domain/household/code'

export type SlipWords = { readonly estateName: string; readonly label: string; readonly code: string }

/** 三步, on paper with a picture beside it and in words that are copied without one. */
export const slipSteps = (hasPicture: boolean): readonly string[] => ['打开微信小程序“邻净”。', `点“我的”，再点“绑定住户”，${hasPicture ? '扫二维码，或输入绑定码' : '输入上面的绑定码'}。`, '绑定后可以在小程序里邀请家人。']

type Contact = { readonly office: string; readonly phone: string }
export const askWords = (contact: Contact | undefined): string => (contact ? `有疑问请联系${contact.office}：${contact.phone}` : '有疑问请联系镇考核办。')

/** 纸条 as text, where nothing can be printed. */
export const slipText = ({ estateName, label, code }: SlipWords, ask: string): string =>
  ['邻净住户绑定码', `${estateName} ${label}`, showCode(code), ...slipSteps(false).map((step, index) => `${index + 1}. ${step}`), ask].join('\n')
