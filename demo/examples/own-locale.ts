import 'tct-widgets/latest-news';
import { addLocale, en } from 'tct-widgets/locale';

// Two texts of a language that is there: the others stay.
addLocale({ lang: 'vi', news: 'Tin của Cụm', more: 'Đọc tiếp' });

// A language of one's own; English where it has no text. Without `...en`, that would be Vietnamese.
addLocale({ ...en, lang: 'fr', news: 'Actualités', more: 'Lire la suite', newBadge: 'Nouveau' });
