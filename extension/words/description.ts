/** What the extension is, for browsers and their stores: at most 132 characters. */
export const description = {
  vi: 'Báo tin, văn bản mới của các trường chính trị ngay trên thanh công cụ. Không theo dõi người dùng, không quảng cáo.',
  en: 'New posts and documents of Vietnam’s political schools, in the toolbar. No tracking, no advertising.',
};
