import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { PHOTO_FAULT } from '@/labels/photo'
import { dropPhoto, isKeptPhoto, keepPhoto } from '@/services/photo/keptPhotos'
import { UnfitPhoto } from '@/services/photo/photoFault'
import { pickPhotos, type Picked } from '@/services/photo/pickPhotos'
import { shrinkPhoto } from '@/services/photo/shrink'
import { Refusal } from '@/services/trouble'
import { photoAddress, uploadPhoto } from '@/services/upload'
import type { PhotosProps } from './index'

/** `small` once it is compressed: only that is sent. */
type Pending = { path: string; small: string | null; percent: number; failed: boolean }
type UsePhotos = Pick<PhotosProps, 'value' | 'onChange' | 'onBusy'> & { countMax: number; cameraOnly: boolean; keep: boolean }

/** Photos on their way: made small, then kept on the phone or sent to the cloud; each joins `value` when it has arrived. */
export function usePhotos({ value, onChange, countMax, cameraOnly, keep, onBusy }: UsePhotos) {
  const [pending, setPending] = useState<Pending[]>([])
  const [faults, setFaults] = useState<string[]>([])
  // Two may arrive between two draws: each must see the one before it.
  const arrived = useRef(value)
  useEffect(() => void (arrived.current = value), [value])
  const give = (next: string[]) => {
    arrived.current = next
    onChange(next)
  }

  const busy = pending.some((photo) => !photo.failed)
  useEffect(() => onBusy?.(busy), [busy]) // eslint-disable-line react-hooks/exhaustive-deps -- tells a change of busy, not of the listener

  const change = (path: string, part: Partial<Pending>) => setPending((all) => all.map((photo) => (photo.path === path ? { ...photo, ...part } : photo)))
  const leave = (path: string) => setPending((all) => all.filter((photo) => photo.path !== path))

  async function deliver(path: string, small: string) {
    try {
      const photo = keep ? await keepPhoto(small) : (await uploadPhoto(small, (percent) => change(path, { percent }))).fileId
      leave(path)
      give([...arrived.current, photo])
    } catch (error) {
      if (error instanceof UnfitPhoto) throw error
      change(path, { failed: true })
      if (error instanceof Refusal) setFaults((all) => [...all, error.words])
    }
  }

  async function take({ path, isVideo, isEmpty }: Picked) {
    if (isVideo || isEmpty) throw new UnfitPhoto(isVideo ? 'video' : 'empty')
    const small = await shrinkPhoto(path)
    change(path, { small })
    await deliver(path, small)
  }

  async function pick() {
    const picked = await pickPhotos({ count: countMax - value.length - pending.length, cameraOnly })
    const taken = picked.slice(0, countMax - value.length - pending.length)
    setFaults(picked.length > taken.length ? [`最多 ${countMax} 张，只收下了前 ${taken.length} 张。`] : [])
    setPending((all) => [...all, ...taken.map(({ path }) => ({ path, small: null, percent: 0, failed: false }))])
    // One after the other: they keep the order they were picked in, and a weak network carries one at a time better.
    for (const [index, photo] of taken.entries())
      await take(photo).catch((error: unknown) => {
        if (!(error instanceof UnfitPhoto)) throw error
        leave(photo.path)
        setFaults((all) => [...all, `${photo.name === null ? `选的第 ${index + 1} 张` : `“${photo.name}”`}${PHOTO_FAULT[error.fault]}`])
      })
  }

  function retry({ path, small }: Pending) {
    if (small === null) return
    change(path, { failed: false, percent: 0 })
    void deliver(path, small)
  }

  function drop(photo: string) {
    leave(photo)
    if (!arrived.current.includes(photo)) return
    give(arrived.current.filter((other) => other !== photo))
    if (isKeptPhoto(photo)) dropPhoto(photo)
  }

  async function arrange(index: number) {
    const deeds = [
      { words: '查看大图', deed: () => void Taro.previewImage({ urls: value.map(photoAddress), current: photoAddress(value[index]!) }) },
      ...(index > 0 ? [{ words: '往前移一位', deed: () => give(moved(value, index, index - 1)) }, { words: '放到第一张', deed: () => give(moved(value, index, 0)) }] : []),
      { words: '删除', deed: () => drop(value[index]!) },
    ]
    const tapped = await Taro.showActionSheet({ itemList: deeds.map(({ words }) => words) }).catch(() => undefined)
    if (tapped) deeds[tapped.tapIndex]?.deed()
  }

  return { pending, faults, pick, retry, drop, arrange }
}

function moved(list: readonly string[], from: number, to: number): string[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}
