/** 1600 × 1200: enough to see a cracked tile, little enough for a weak network. */
const AREA_PX = 1_920_000
/** A long screenshot stays readable, a panorama shows its people: no shorter than this where the original is not. */
const SHORT_SIDE_PX = 720
/** What old phones still draw (16.7 million pixels in all, and no longer than this). */
const LONG_SIDE_PX = 8192
/** A canvas of WeChat draws no longer side. */
export const CANVAS_SIDE_PX = 4096

type Size = { readonly width: number; readonly height: number }

/** How large a picture is sent (decision 0044): by its area, never so small that nobody reads it, never larger than it was. */
export function shrunkSize({ width, height }: Size, longMax: number = LONG_SIDE_PX): Size {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const scale = Math.min(1, Math.max(Math.sqrt(AREA_PX / (width * height)), SHORT_SIDE_PX / short), longMax / long)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Longer than this against its width, nobody reads what is left of it. */
const READABLE_SIDE_PX = 320
export const isTooLong = (size: Size): boolean => {
  const { width, height } = shrunkSize(size)
  return Math.min(width, height) < Math.min(READABLE_SIDE_PX, size.width, size.height)
}
