import { plural } from '../plural.ts';

const count = plural('ar');

export const rooms = {
  browse: 'تصفّح الغرف',
  search: 'ابحث في الغرف',
  searchHint: 'ابحث بالاسم',
  noneNamed: 'لا توجد غرفة بهذا الاسم.',
  nonePublic: 'لا توجد غرفة عامة بعد. افتح الأولى.',
  showMore: 'عرض المزيد',
  open: 'فتح',
  openRoom: (name: string) => `فتح ${name}`,
  join: 'انضمام',
  joinRoom: (name: string) => `الانضمام إلى ${name}`,
  notIn: 'لست عضوًا في هذه الغرفة بعد.',
  memberCount: (n: number) => count(n, {
    zero: 'لا أعضاء', one: 'عضو واحد', two: 'عضوان', few: '# أعضاء', many: '# عضوًا', other: '# عضو',
  }),
  newRoom: 'غرفة جديدة',
  name: 'الاسم',
  about: 'عمّ تتحدث؟',
  aboutHint: 'اختياري. يراه من يتصفّح الغرف.',
  whoMayEnter: 'من يمكنه الانضمام؟',
  public: 'عامة',
  publicHint: 'يمكن للجميع هنا العثور عليها والانضمام إليها.',
  private: 'خاصة',
  privateHint: 'لا يراها إلا أعضاؤها، ويحتاج غيرهم إلى دعوة.',
  create: 'إنشاء الغرفة',
  creating: 'جارٍ الإنشاء…',
  members: 'الأعضاء',
  leave: 'مغادرة هذه الغرفة',
  roles: { owner: 'المالك', admin: 'مشرف', member: 'عضو' } as Readonly<Record<string, string>>,
  room: 'غرفة',
};
