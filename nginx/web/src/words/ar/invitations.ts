import { plural } from '../plural.ts';

const count = plural('ar');
const number = new Intl.NumberFormat('ar');

export const invitations = {
  inviteTo: (room: string) => `دعوة أشخاص إلى ${room}`,
  hint: 'كل من لديه الرابط وحساب هنا يمكنه الدخول به.',
  life: 'صالح لمدة',
  hours: (n: number) => count(n, { zero: 'أقل من ساعة', one: 'ساعة واحدة', two: 'ساعتين', few: '# ساعات', many: '# ساعة', other: '# ساعة' }),
  days: (n: number) => count(n, { zero: 'أقل من يوم', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' }),
  uses: 'متاح لـ',
  noLimit: 'أي عدد من الأشخاص',
  people: (n: number) => count(n, { zero: 'لا أحد', one: 'شخص واحد', two: 'شخصين', few: '# أشخاص', many: '# شخصًا', other: '# شخص' }),
  make: 'إنشاء رابط',
  link: 'رابط الدعوة',
  copy: 'نسخ',
  copied: 'تم النسخ.',
  notCopied: 'لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّد الرابط وانسخه بنفسك.',
  once: 'انسخه الآن، فلن يظهر مرة أخرى.',
  list: 'الروابط الصالحة',
  until: (when: string) => `صالح حتى ${when}`,
  used: (n: number) => count(n, { zero: 'لم يُستخدم', one: 'استُخدم مرة واحدة', two: 'استُخدم مرتين', few: 'استُخدم # مرات', many: 'استُخدم # مرة', other: 'استُخدم # مرة' }),
  usedOf: (n: number, of: number) => `استُخدم ${number.format(n)} من ${number.format(of)}`,
  withdraw: 'إلغاء',
  withdrawOne: (when: string) => `إلغاء الرابط الصالح حتى ${when}`,
  invitation: 'دعوة',
  invited: 'أنت مدعو',
  notNow: 'ليس الآن',
  invalid: 'لم تعد هذه الدعوة صالحة. اطلب دعوة أخرى.',
  signInFirst: 'أنت مدعو إلى غرفة. سجّل الدخول أو أنشئ حسابًا لرؤيتها.',
};
