import { plural } from '../plural.ts';

const count = plural('ar');

export const shell = {
  skip: 'انتقل إلى الرسائل',
  rooms: 'الغرف',
  direct: 'الرسائل المباشرة',
  navigation: 'الغرف والمحادثات',
  account: 'حسابك',
  newRoom: 'غرفة جديدة',
  browse: 'تصفّح',
  browseRooms: 'تصفّح الغرف',
  goTo: 'اذهب إلى غرفة أو شخص',
  settings: 'الإعدادات',
  signOut: 'تسجيل الخروج',
  loading: 'جارٍ تحميل غرفك…',
  noRooms: 'لست في أي غرفة بعد. تصفّح الغرف العامة أو افتح غرفة جديدة.',
  muted: 'مكتومة',
  back: 'العودة إلى غرفك',
  dismiss: 'إخفاء',
  unread: (n: number, text: string) => count(n, {
    zero: 'لا جديد', one: 'رسالة جديدة', two: 'رسالتان جديدتان', few: `${text} رسائل جديدة`, many: `${text} رسالة جديدة`, other: `${text} رسالة جديدة`,
  }),
  mentions: (n: number, text: string) => count(n, {
    zero: 'لا إشارة إليك', one: 'إشارة واحدة إليك', two: 'إشارتان إليك', few: `${text} إشارات إليك`, many: `${text} إشارة إليك`, other: `${text} إشارة إليك`,
  }),
  greeting: (name: string) => `أهلًا بك، ${name}`,
  pick: 'اختر غرفة من القائمة، أو تجوّل في الغرف العامة، أو افتح غرفة خاصة بك.',
  begin: 'نقرة واحدة وتبدأ الحديث. انضم إلى غرفة أو افتح أول غرفة لك.',
  openRooms: 'غرف مفتوحة للجميع',
  roomMissing: 'هذه الغرفة غير موجودة أو غير متاحة لك.',
  roomLost: (name: string) => `لم تعد عضوًا في ${name}.`,
};
