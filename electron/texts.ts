import { app } from 'electron'
import type { StorageFailure } from '../core/index.ts'

// What the main process says itself, before or without a window. Everything else is in renderer/i18n.

const en = {
  quit: 'Quit',
  retry: 'Try again',
  restore: 'Restore the backup',
  empty: 'Start empty',
  asItIs: 'Open it as it is',
  cannotStart: 'Warehouse cannot start',
  seeLog: 'Something unexpected happened. The log says what:',
  damaged: 'The data is damaged or incomplete',
  file: (file: string) => `File: ${file}`,
  backupOf: (time: string) => `The newest whole backup is of ${time}.`,
  lost: (messages: number) =>
    messages === 0
      ? 'Everything that was entered is in it.'
      : messages === 1
        ? 'One entry was made since then. Restored, it would be missing: enter it again.'
        : `${messages} entries were made since then. Restored, they would be missing: enter them again.`,
  lostUnknown: 'What was entered since then would be missing. How much that is can no longer be told.',
  noBackup: 'There is no whole backup to restore.',
  kept: 'The damaged file is kept beside it under another name. Nothing is deleted.',
  foundWhileOpen: 'Quit and start the app again: it will offer the newest whole backup.',
  failure: {
    StorageFull: 'The disk is full. Make room on it, then try again.',
    StorageLocked: 'Another program holds the file. Close that program, then try again.',
    StorageReadOnly: 'The file, its folder or its disk is read-only. Allow writing to it, then try again.',
    StorageMissing: 'The folder of the file is not there. Connect its disk or make the folder, then try again.',
    StorageUnreachable: 'The file cannot be opened. Check that you may read and write it, then try again.',
    StorageClosed: 'The file was closed meanwhile. Try again.',
    StorageNewer: 'A newer version of this app wrote the file. Update the app to open it. The file was not changed.',
    StorageForeign: 'The file is the database of another app. Move it away, then try again. It was not changed.',
    StorageDamaged: 'The data is damaged or incomplete.',
    BackupInvalid: 'The backup is not whole. Choose another one.',
  } satisfies Record<StorageFailure['code'], string>,
  checking: 'The data is being checked. This may take a minute.',
  windowLost: 'The window fails again and again',
  windowLostDetail: 'What was entered is kept. The log says more:',
  closeWindow: 'Close window',
  menu: {
    about: 'About Warehouse',
    services: 'Services',
    hide: 'Hide Warehouse',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    file: 'File',
    newWindow: 'New Window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    window: 'Window',
    minimize: 'Minimize',
    front: 'Bring All to Front',
  },
}

const ko: typeof en = {
  quit: '종료',
  retry: '다시 시도',
  restore: '백업 복원',
  empty: '빈 상태로 시작',
  asItIs: '그대로 열기',
  cannotStart: '창고 앱을 시작할 수 없습니다',
  seeLog: '예상하지 못한 문제가 생겼습니다. 로그에 자세한 내용이 있습니다:',
  damaged: '데이터가 손상되었거나 일부가 없습니다',
  file: (file) => `파일: ${file}`,
  backupOf: (time) => `온전한 최신 백업: ${time}`,
  lost: (messages) =>
    messages === 0
      ? '입력한 내용이 모두 들어 있습니다.'
      : `그 뒤에 ${messages}건이 입력되었습니다. 복원하면 이 내용은 없어지므로 다시 입력해야 합니다.`,
  lostUnknown: '그 뒤에 입력한 내용은 없어집니다. 얼마나 되는지는 알 수 없습니다.',
  noBackup: '복원할 수 있는 온전한 백업이 없습니다.',
  kept: '손상된 파일은 다른 이름으로 옆에 보관합니다. 아무것도 지우지 않습니다.',
  foundWhileOpen: '앱을 종료하고 다시 시작하세요. 온전한 최신 백업을 복원할 수 있습니다.',
  failure: {
    StorageFull: '디스크가 가득 찼습니다. 공간을 확보한 다음 다시 시도하세요.',
    StorageLocked: '다른 프로그램이 파일을 사용하고 있습니다. 그 프로그램을 닫은 다음 다시 시도하세요.',
    StorageReadOnly: '파일이나 폴더, 디스크가 읽기 전용입니다. 쓸 수 있게 바꾼 다음 다시 시도하세요.',
    StorageMissing: '파일이 있던 폴더가 없습니다. 디스크를 연결하거나 폴더를 만든 다음 다시 시도하세요.',
    StorageUnreachable: '파일을 열 수 없습니다. 읽고 쓸 권한이 있는지 확인한 다음 다시 시도하세요.',
    StorageClosed: '그사이에 파일이 닫혔습니다. 다시 시도하세요.',
    StorageNewer: '더 새로운 버전의 앱이 만든 파일입니다. 앱을 업데이트하세요. 파일은 바뀌지 않았습니다.',
    StorageForeign: '다른 앱의 데이터베이스입니다. 파일을 옮긴 다음 다시 시도하세요. 파일은 바뀌지 않았습니다.',
    StorageDamaged: '데이터가 손상되었거나 일부가 없습니다.',
    BackupInvalid: '백업이 온전하지 않습니다. 다른 백업을 선택하세요.',
  },
  checking: '데이터를 확인하고 있습니다. 1분쯤 걸릴 수 있습니다.',
  windowLost: '창에 계속 문제가 생깁니다',
  windowLostDetail: '입력한 내용은 보관되어 있습니다. 로그에 자세한 내용이 있습니다:',
  closeWindow: '창 닫기',
  menu: {
    about: '창고 앱 정보',
    services: '서비스',
    hide: '창고 앱 가리기',
    hideOthers: '기타 가리기',
    unhide: '모두 보기',
    file: '파일',
    newWindow: '새 창',
    edit: '편집',
    undo: '실행 취소',
    redo: '다시 실행',
    cut: '잘라내기',
    copy: '복사',
    paste: '붙여넣기',
    selectAll: '모두 선택',
    view: '보기',
    resetZoom: '실제 크기',
    zoomIn: '확대',
    zoomOut: '축소',
    fullScreen: '전체 화면',
    window: '창',
    minimize: '최소화',
    front: '모두 앞으로 가져오기',
  },
}

const languages = { en, ko }
export type Language = keyof typeof languages

/** As Chromium took it from the system or from --lang, which is what the page goes by, too. */
export const systemLanguage = (): Language => (app.getLocale().startsWith('ko') ? 'ko' : 'en')

/** Before a window has said another language, the system's is the one to take. */
export const texts = (language: Language = systemLanguage()): typeof en => languages[language]

/** @param instant in ISO 8601 */
export const timeText = (instant: string): string =>
  new Intl.DateTimeFormat(systemLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
