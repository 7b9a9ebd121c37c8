import type { ConsentKind } from '../../types/codes'
import type { IconName } from '@/components/Icon/icons'
import type { AskedKind } from '@/services/privacy/kinds'

type ConsentWords = { title: string; api: string; icon: IconName; why: string; without: string }

/** For each use of something private: what, by which ability of WeChat, why, and what works without it. */
export const CONSENT = {
  photo: {
    title: '相机和相册', api: 'chooseMedia', icon: 'camera',
    why: '拍下或选出问题的照片，随报告一起上传。照片先在您手机上压缩，拍摄地点等附带信息不会上传。只用您选的那几张。',
    without: '不拍照也能报告，写清楚在哪里、是什么问题就可以。',
  },
  location: {
    title: '位置', api: 'getLocation', icon: 'mapPin',
    why: '只在您点“用我现在的位置”时取一次，帮物业找到地方。不会在后台记录您的行踪。',
    without: '从列表里选楼栋和地点，或写几个字，一样能报告。',
  },
  phone: {
    title: '手机号', api: 'getPhoneNumber', icon: 'phone',
    why: '和镇里名册上登记的号码比对，找到您的住户。比对完就不再保存号码本身，物业看不到。',
    without: '用镇里发的纸条上的绑定码，或请家人邀请，也能绑定。',
  },
  clipboard: {
    title: '剪贴板', api: 'setClipboardData', icon: 'clipboardList',
    why: '您点“复制”时，把邀请码或您的资料放进剪贴板。不会读取您复制过的内容。',
    without: '可以长按或照着抄写，也可以直接转发给家人。',
  },
  file: {
    title: '聊天里的文件', api: 'chooseMessageFile', icon: 'fileText',
    why: '考核办的工作人员导入住户名册时，从聊天里选出表格。只读您选的那一个，读完马上从服务器删除。居民用不到。',
    without: '在电脑上用浏览器打开，从电脑里选文件。',
  },
} as const satisfies Record<AskedKind, ConsentWords>

/** 授权 by name, with the two texts. */
export const CONSENT_NAME = {
  agreement: '用户服务协议', privacy: '隐私保护指引', photo: CONSENT.photo.title, location: CONSENT.location.title, phone: CONSENT.phone.title, clipboard: CONSENT.clipboard.title, file: CONSENT.file.title,
} as const satisfies Record<ConsentKind, string>
