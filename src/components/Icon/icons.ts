/*! Icons: lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Contributors. */
import arrowDown from 'lucide-static/icons/arrow-down.svg'
import arrowLeft from 'lucide-static/icons/arrow-left.svg'
import arrowRight from 'lucide-static/icons/arrow-right.svg'
import arrowUp from 'lucide-static/icons/arrow-up.svg'
import badgeCheck from 'lucide-static/icons/badge-check.svg'
import bell from 'lucide-static/icons/bell.svg'
import building from 'lucide-static/icons/building-2.svg'
import calendarDays from 'lucide-static/icons/calendar-days.svg'
import camera from 'lucide-static/icons/camera.svg'
import check from 'lucide-static/icons/check.svg'
import chevronDown from 'lucide-static/icons/chevron-down.svg'
import chevronLeft from 'lucide-static/icons/chevron-left.svg'
import chevronRight from 'lucide-static/icons/chevron-right.svg'
import circleAlert from 'lucide-static/icons/circle-alert.svg'
import circleCheck from 'lucide-static/icons/circle-check.svg'
import circleHelp from 'lucide-static/icons/circle-help.svg'
import circleX from 'lucide-static/icons/circle-x.svg'
import clipboardCheck from 'lucide-static/icons/clipboard-check.svg'
import clipboardList from 'lucide-static/icons/clipboard-list.svg'
import clock from 'lucide-static/icons/clock.svg'
import download from 'lucide-static/icons/download.svg'
import externalLink from 'lucide-static/icons/external-link.svg'
import eye from 'lucide-static/icons/eye.svg'
import fileText from 'lucide-static/icons/file-text.svg'
import flag from 'lucide-static/icons/flag.svg'
import folderOpen from 'lucide-static/icons/folder-open.svg'
import gavel from 'lucide-static/icons/gavel.svg'
import gift from 'lucide-static/icons/gift.svg'
import history from 'lucide-static/icons/history.svg'
import hourglass from 'lucide-static/icons/hourglass.svg'
import house from 'lucide-static/icons/house.svg'
import image from 'lucide-static/icons/image.svg'
import inbox from 'lucide-static/icons/inbox.svg'
import info from 'lucide-static/icons/info.svg'
import listChecks from 'lucide-static/icons/list-checks.svg'
import lock from 'lucide-static/icons/lock.svg'
import mapPin from 'lucide-static/icons/map-pin.svg'
import medal from 'lucide-static/icons/medal.svg'
import messageSquare from 'lucide-static/icons/message-square.svg'
import pause from 'lucide-static/icons/pause.svg'
import keyRound from 'lucide-static/icons/key-round.svg'
import pencil from 'lucide-static/icons/pencil.svg'
import phone from 'lucide-static/icons/phone.svg'
import plus from 'lucide-static/icons/plus.svg'
import refreshCw from 'lucide-static/icons/refresh-cw.svg'
import scale from 'lucide-static/icons/scale.svg'
import search from 'lucide-static/icons/search.svg'
import send from 'lucide-static/icons/send.svg'
import settings from 'lucide-static/icons/settings.svg'
import shieldCheck from 'lucide-static/icons/shield-check.svg'
import star from 'lucide-static/icons/star.svg'
import timer from 'lucide-static/icons/timer.svg'
import trash from 'lucide-static/icons/trash-2.svg'
import trendingUp from 'lucide-static/icons/trending-up.svg'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg'
import trophy from 'lucide-static/icons/trophy.svg'
import letters from 'lucide-static/icons/type.svg'
import undo from 'lucide-static/icons/undo-2.svg'
import user from 'lucide-static/icons/user.svg'
import users from 'lucide-static/icons/users.svg'
import vote from 'lucide-static/icons/vote.svg'
import wifiOff from 'lucide-static/icons/wifi-off.svg'
import cross from 'lucide-static/icons/x.svg'
import boxes from 'lucide-static/icons/boxes.svg'
import car from 'lucide-static/icons/car.svg'
import construction from 'lucide-static/icons/construction.svg'
import disc from 'lucide-static/icons/disc.svg'
import hammer from 'lucide-static/icons/hammer.svg'
import lightbulb from 'lucide-static/icons/lightbulb.svg'
import rat from 'lucide-static/icons/rat.svg'
import printer from 'lucide-static/icons/printer.svg'
import eyeOff from 'lucide-static/icons/eye-off.svg'
import recycle from 'lucide-static/icons/recycle.svg'
import sprout from 'lucide-static/icons/sprout.svg'
import stickyNote from 'lucide-static/icons/sticky-note.svg'
import treePine from 'lucide-static/icons/tree-pine.svg'

/** The whole set; config/icon/loader.js turns each into a data URI. Add one line here for a new icon. */
export const ICONS = {
  arrowDown,
  arrowLeft,
  arrowRight,
  arrowUp,
  badgeCheck,
  bell,
  building,
  calendarDays,
  camera,
  check,
  chevronDown,
  chevronLeft,
  chevronRight,
  circleAlert,
  circleCheck,
  circleHelp,
  circleX,
  clipboardCheck,
  clipboardList,
  clock,
  download,
  externalLink,
  eye,
  fileText,
  flag,
  folderOpen,
  gavel,
  gift,
  history,
  hourglass,
  house,
  image,
  inbox,
  info,
  listChecks,
  lock,
  mapPin,
  medal,
  messageSquare,
  pause,
  keyRound,
  pencil,
  phone,
  plus,
  refreshCw,
  scale,
  search,
  send,
  settings,
  shieldCheck,
  star,
  timer,
  trash,
  trendingUp,
  triangleAlert,
  trophy,
  letters,
  undo,
  user,
  users,
  vote,
  wifiOff,
  cross,
  boxes,
  car,
  construction,
  disc,
  hammer,
  lightbulb,
  rat,
  printer,
  eyeOff,
  recycle,
  sprout,
  stickyNote,
  treePine,
} as const satisfies Record<string, string>

export type IconName = keyof typeof ICONS
